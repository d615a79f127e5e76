package cco.core.fetch;

import cco.core.error.UsageException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;

/**
 * The way out: direct, or through an http proxy that tunnels https. The system properties that choose a proxy for Java
 * programs do not matter here, so that checking and downloading always go the same way.
 *
 * <p>A name and password reach the proxy only where Java runs with an empty
 * {@code jdk.http.auth.tunneling.disabledSchemes}, as the bundle does.
 */
record ProxyRoute(Proxy proxy, Optional<PasswordAuthentication> login) {

    private static final ProxyRoute DIRECT = new ProxyRoute(Proxy.NO_PROXY, Optional.empty());

    /** Reads {@code http://[user:password@]host:port}. */
    static ProxyRoute of(Optional<URI> address) throws UsageException {
        if (address.isEmpty()) {
            return DIRECT;
        }
        URI uri = address.get();
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null || uri.getPort() < 1) {
            throw new UsageException(
                    "the proxy's address cannot be used",
                    "write network.proxy as http://host:port or http://user:password@host:port");
        }
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(), uri.getPort()));
        return new ProxyRoute(proxy, Optional.ofNullable(uri.getUserInfo()).map(ProxyRoute::login));
    }

    private static PasswordAuthentication login(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new PasswordAuthentication(user, password.toCharArray());
    }

    HttpURLConnection open(URI address) throws IOException {
        boolean direct = Addresses.isLoopback(address);
        HttpURLConnection connection =
                (HttpURLConnection) address.toURL().openConnection(direct ? Proxy.NO_PROXY : proxy);
        connection.setAuthenticator(new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                // A server that asks gets nothing: the login is the proxy's.
                return getRequestorType() == RequestorType.PROXY ? login.orElse(null) : null;
            }
        });
        return connection;
    }
}
