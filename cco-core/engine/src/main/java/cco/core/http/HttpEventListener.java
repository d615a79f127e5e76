package cco.core.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Receives the steps of a new connection, in order. */
public interface HttpEventListener {

    /** Ignores all events. */
    HttpEventListener NONE = new HttpEventListener() {};

    /** The settings allow the URL, and this is the way to it. */
    default void routed(Optional<ProxyServer> proxy) {}

    /** The name of the proxy, or else of the server, has these addresses. */
    default void resolved(String host, List<InetAddress> addresses) {}

    /** One of the addresses accepted the connection. */
    default void connected(InetSocketAddress address) {}

    /** The proxy opened a tunnel to the server. */
    default void tunnelled() {}

    /** A source reports something that the user should know. */
    default void notice(String message) {}

    /** The server proved its identity with this certificate. */
    default void encrypted(X509Certificate certificate) {}
}
