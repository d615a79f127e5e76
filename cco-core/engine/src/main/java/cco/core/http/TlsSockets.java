package cco.core.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Starts TLS with servers that {@link ServerTrust} trusts. The first use initializes TLS. */
final class TlsSockets {

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
     * Completes the handshake on a connected socket, and closes the socket if that fails.
     *
     * @throws SSLException if the server is not trusted
     * @throws BrokenConnectionException if the connection ends during the handshake
     */
    SSLSocket encrypt(Socket socket, String host, int port) throws IOException {
        try {
            SSLSocket encrypted =
                    (SSLSocket) factory().createSocket(socket, host.replaceAll("^\\[|]$", ""), port, true);
            SSLParameters parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            return encrypted;
        } catch (IOException e) {
            SocketGuard.quietly(socket);
            throw isBroken(e) ? new BrokenConnectionException("connection lost during the TLS handshake", e) : e;
        }
    }

    private static boolean isBroken(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof EOFException) {
                return true;
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
