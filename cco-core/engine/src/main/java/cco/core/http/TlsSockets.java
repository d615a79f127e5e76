package cco.core.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/** Makes encrypted connections to servers that {@link ServerTrust} trusts. TLS is started up when the first is made. */
final class TlsSockets {

    private final ServerTrust trust;
    private final HttpEventListener trace;
    private SSLSocketFactory factory;

    TlsSockets(List<TrustStores.Store> stores, HttpEventListener trace) {
        this.trust = new ServerTrust(stores, trace);
        this.trace = trace;
    }

    /** The same one for all requests, so that they share sessions and connections. */
    synchronized SSLSocketFactory factory() throws IOException {
        if (factory == null) {
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(null, new TrustManager[] {trust}, null);
                factory = new Traced(context.getSocketFactory(), trace);
            } catch (GeneralSecurityException e) {
                throw new IOException("this Java cannot encrypt: " + e.getMessage(), e);
            }
        }
        return factory;
    }

    /** HttpsURLConnection puts TLS on a socket that exists already only where a proxy has tunnelled it. */
    private static final class Traced extends SSLSocketFactory {

        private final SSLSocketFactory sockets;
        private final HttpEventListener trace;

        Traced(SSLSocketFactory sockets, HttpEventListener trace) {
            this.sockets = sockets;
            this.trace = trace;
        }

        @Override
        public Socket createSocket(Socket tunnel, String host, int port, boolean autoClose) throws IOException {
            trace.tunnelled();
            return sockets.createSocket(tunnel, host, port, autoClose);
        }

        @Override
        public Socket createSocket() throws IOException {
            return sockets.createSocket();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return sockets.createSocket(host, port, local, localPort);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return sockets.createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return sockets.createSocket(host, port, local, localPort);
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return sockets.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return sockets.getSupportedCipherSuites();
        }
    }
}
