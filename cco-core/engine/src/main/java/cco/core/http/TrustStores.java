package cco.core.http;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The stores of trusted certificates, fastest first: the company's file, Java's, the operating system's. A store is
 * opened only if the ones before it do not know a server, since reading hundreds of certificates takes long.
 */
final class TrustStores {

    /** Debian and Alpine, Fedora, openSUSE, BSD. */
    private static final List<Path> LINUX = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    /** A store that is opened on demand. */
    @FunctionalInterface
    interface Store {
        X509ExtendedTrustManager open() throws IOException, GeneralSecurityException;
    }

    private TrustStores() {}

    /**
     * The stores in order.
     *
     * @throws UsageException if the company's file cannot be read, or is not PEM
     */
    static List<Store> of(Certificates certificates) throws UsageException {
        List<Store> stores = new ArrayList<>();
        if (certificates.caFile().isPresent()) {
            X509ExtendedTrustManager company = company(certificates.caFile().get());
            stores.add(() -> company);
        }
        stores.add(TrustStores::builtIn);
        if (certificates.systemFile().isPresent()) {
            stores.add(() -> manager(certificates.systemFile().get()));
        } else {
            system(certificates.osName().toLowerCase(Locale.ROOT)).ifPresent(stores::add);
        }
        return stores;
    }

    private static X509ExtendedTrustManager company(Path file) throws UsageException {
        try {
            return manager(file);
        } catch (IOException | GeneralSecurityException e) {
            String reason = e instanceof IOException failure ? IoReason.brief(failure) : e.getMessage();
            throw new UsageException(
                    "cannot read the certificates in " + file + ": " + reason, "name a PEM file in network.ca_file", e);
        }
    }

    private static Optional<Store> system(String os) {
        if (os.startsWith("windows")) {
            return Optional.of(() -> named("Windows-ROOT"));
        }
        if (os.startsWith("mac")) {
            return Optional.of(() -> named("KeychainStore-ROOT"));
        }
        return LINUX.stream().filter(Files::isReadable).findFirst().map(file -> () -> manager(file));
    }

    private static X509ExtendedTrustManager named(String type) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        return manager(store);
    }

    private static X509ExtendedTrustManager manager(Path pem) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : PemFile.read(pem)) {
            store.setCertificateEntry("ca-" + store.size(), certificate);
        }
        return manager(store);
    }

    private static X509ExtendedTrustManager builtIn() throws GeneralSecurityException {
        return manager((KeyStore) null);
    }

    /** A null store means Java's own. */
    private static X509ExtendedTrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509ExtendedTrustManager extended) {
                return extended;
            }
        }
        throw new GeneralSecurityException("this Java has no trust manager for certificates");
    }
}
