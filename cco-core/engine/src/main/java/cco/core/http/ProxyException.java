package cco.core.http;

import cco.core.disk.IoReason;
import java.io.IOException;
import java.net.HttpURLConnection;

/** A failure of the proxy, not of the server behind it. The message names the proxy, never its password. */
public final class ProxyException extends IOException {

    private static final long serialVersionUID = 1;

    private final String hint;

    ProxyException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** No connection to the proxy. */
    static ProxyException unreachable(ProxyServer proxy, IOException failure) {
        return new ProxyException(
                proxy.name() + " cannot be reached: " + IoReason.brief(failure),
                "check " + proxy.setBy() + ", or name the host in network.no_proxy if it needs no proxy",
                failure);
    }

    /** The proxy wants a login, or does not accept the one that it got. */
    static ProxyException login(ProxyServer proxy, String code) {
        return new ProxyException(
                proxy.name()
                        + (proxy.login().isPresent()
                                ? " refuses the user name and password"
                                : " requires a user name and password")
                        + code,
                "write http://user:password@host:port into " + proxy.setBy()
                        + ", special characters of the password as %XX",
                null);
    }

    /** The proxy answered with this status instead of opening a tunnel. */
    static ProxyException refused(int status, ProxyServer proxy, String host) {
        return switch (status) {
            case HttpURLConnection.HTTP_PROXY_AUTH -> login(proxy, " (407)");
            case HttpURLConnection.HTTP_FORBIDDEN -> forbidden(proxy, host, " (403)");
            default -> unreachableServer(proxy, host, String.valueOf(status));
        };
    }

    /** A rule of the proxy forbids the server. */
    static ProxyException forbidden(ProxyServer proxy, String host, String code) {
        return new ProxyException(
                proxy.name() + " forbids connections to " + host + code,
                "ask the proxy's administrator to allow " + host + ", or use a mirror that it allows",
                null);
    }

    /** The proxy works, but cannot connect to the server. */
    static ProxyException unreachableServer(ProxyServer proxy, String host, String reason) {
        return new ProxyException(
                proxy.name() + " cannot reach " + host + " (" + reason + ")",
                "check the source's address, or name the host in network.no_proxy if it is inside your network",
                null);
    }

    /** The other end does not speak the proxy's protocol. */
    static ProxyException unknownProtocol(ProxyServer proxy, String reason) {
        return new ProxyException(
                proxy.name() + " does not answer like a proxy: " + reason, "check " + proxy.setBy(), null);
    }

    /** What the user can do. */
    public String hint() {
        return hint;
    }
}
