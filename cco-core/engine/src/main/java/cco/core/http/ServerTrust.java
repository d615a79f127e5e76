package cco.core.http;

import cco.core.http.TrustStores.Store;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts a server if one of the stores trusts it for its host name. Its errors say why a server is not trusted. */
final class ServerTrust extends X509ExtendedTrustManager {

    private final List<Store> stores;
    private final Map<Store, X509ExtendedTrustManager> opened = new HashMap<>();

    ServerTrust(List<Store> stores) {
        this.stores = List.copyOf(stores);
    }

    private X509ExtendedTrustManager open(Store store) throws CertificateException {
        X509ExtendedTrustManager manager = opened.get(store);
        if (manager == null) {
            try {
                manager = store.open();
            } catch (IOException | GeneralSecurityException e) {
                throw new CertificateException("cannot read a certificate store: " + e.getMessage(), e);
            }
            opened.put(store, manager);
        }
        return manager;
    }

    /** The socket knows the host name. */
    @Override
    public synchronized void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        List<CertificateException> refusals = new ArrayList<>();
        for (Store store : stores) {
            try {
                open(store).checkServerTrusted(chain, type, socket);
                return;
            } catch (CertificateException refusal) {
                refusals.add(refusal);
            }
        }
        throw new CertificateException(CertificateFault.of(chain, refusals).toString(), refusals.getFirst());
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("cco trusts servers to which it has a socket");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("cco is not a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
