package cco.core.fetch;

import cco.core.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Trust in a company's own certificates besides the platform's. */
final class ExtraCertificates {

    private ExtraCertificates() {}

    /**
     * Sockets that trust the platform's certificates and those of a PEM file.
     *
     * @throws UsageException if the file cannot be read or holds no certificate
     */
    static SSLSocketFactory trusting(Path caFile) throws UsageException {
        try (InputStream stream = Files.newInputStream(caFile)) {
            Collection<? extends Certificate> extra =
                    CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (extra.isEmpty()) {
                throw new GeneralSecurityException("no certificate in it");
            }
            KeyStore trusted = platform();
            for (Certificate certificate : extra) {
                trusted.setCertificateEntry("extra-" + trusted.size(), certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(trusted), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            String reason = e instanceof IOException failure ? Reason.of(failure) : e.getMessage();
            throw new UsageException(
                    "cannot read the certificates in " + caFile + ": " + reason,
                    "name a PEM file in network.ca_file",
                    e);
        }
    }

    private static KeyStore platform() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager x509) {
                for (X509Certificate issuer : x509.getAcceptedIssuers()) {
                    store.setCertificateEntry("platform-" + store.size(), issuer);
                }
            }
        }
        return store;
    }

    private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
