package cco.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Starts TLS with servers that {@link ServerTrust} trusts. The first use initializes TLS. */
final class TlsSockets {

    /** Opens a connection to a server, or a tunnel to it. */
    @FunctionalInterface
    interface Way {
        Socket open() throws IOException;
    }

    /**
     * By default, Java makes a key for x25519 and one for secp256r1 with each connection. The second takes a quarter of
     * the time of a whole check. Nearly every server takes the first, unless it has TLS 1.2 and an ECDSA certificate.
     */
    private static final String[] QUICK = {"x25519"};

    /** Java's own choice. */
    private static final String[] ALL = null;

    /** The servers, with their ports, that have refused the quick key exchange. */
    private final Set<String> needAll = ConcurrentHashMap.newKeySet();

    private final ServerTrust trust;
    private SSLSocketFactory factory;

    TlsSockets(List<TrustStores.Store> stores) {
        this.trust = new ServerTrust(stores);
    }

    /** One factory for all connections, so that they can resume each other's sessions. */
    private synchronized SSLSocketFactory factory() throws IOException {
        if (factory == null) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {trust}, null);
                factory = context.getSocketFactory();
            } catch (GeneralSecurityException e) {
                throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
            }
        }
        return factory;
    }

    /**
     * Connects and completes the handshake. If a server refuses the quick key exchange, cco connects once more and
     * offers all.
     *
     * @param way used for each attempt
     * @throws SSLException if the server is not trusted
     * @throws BrokenConnectionException if the connection ends during the handshake
     */
    SSLSocket connect(Way way, String host, int port) throws IOException {
        String server = host + ":" + port;
        if (!needAll.contains(server)) {
            Socket socket = way.open();
            try {
                return encrypt(socket, host, port, QUICK);
            } catch (IOException e) {
                if (isCausedBy(e, CertificateException.class)) {
                    throw e;
                }
                needAll.add(server);
                if (!(e instanceof SSLException)) {
                    throw e; // perhaps the network's fault; if the caller tries again, cco offers all
                }
            }
        }
        return encrypt(way.open(), host, port, ALL);
    }

    private SSLSocket encrypt(Socket socket, String host, int port, String[] groups) throws IOException {
        try {
            SSLSocket encrypted =
                    (SSLSocket) factory().createSocket(socket, host.replaceAll("^\\[|]$", ""), port, true);
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setNamedGroups(groups);
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            return encrypted;
        } catch (IOException e) {
            SocketGuard.quietly(socket);
            throw isCausedBy(e, SocketException.class, EOFException.class)
                    ? new BrokenConnectionException("connection lost during the TLS handshake", e)
                    : e;
        }
    }

    private static boolean isCausedBy(IOException failure, Class<?>... types) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            for (Class<?> type : types) {
                if (type.isInstance(cause)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The server's certificate. */
    Optional<X509Certificate> certificate(Socket socket) throws SSLException {
        return socket instanceof SSLSocket encrypted
                        && encrypted.getSession().getPeerCertificates()[0] instanceof X509Certificate certificate
                ? Optional.of(certificate)
                : Optional.empty();
    }
}
