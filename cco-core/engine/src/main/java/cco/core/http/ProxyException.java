package cco.core.http;

import cco.core.disk.IoReason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proxy is to blame, not the server behind it. The message names the proxy and never its password. */
public final class ProxyException extends IOException {

    private static final long serialVersionUID = 1;

    /** What HttpURLConnection says when a proxy refuses to make a tunnel. */
    private static final Pattern REFUSED = Pattern.compile("(?s)Unable to tunnel.*HTTP/\\d\\.\\d (\\d{3}).*");

    /** How far the proxy was of use. */
    public enum Stage {
        ADDRESS,
        CONNECT,
        LOGIN,
        TUNNEL
    }

    private final Stage stage;
    private final String hint;

    ProxyException(Stage stage, String message, String hint, Throwable cause) {
        super(message, cause);
        this.stage = stage;
        this.hint = hint;
    }

    /** Tells the proxy's failures from the server's, which are left as they are. */
    static IOException of(IOException failure, ProxyAddress proxy, URI target) {
        Matcher refused = REFUSED.matcher(String.valueOf(failure.getMessage()));
        if (refused.matches()) {
            return refused(Integer.parseInt(refused.group(1)), proxy, target, failure);
        }
        boolean unreachable =
                switch (failure) {
                    case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> true;
                    case SocketTimeoutException e ->
                        String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).startsWith("connect");
                    default -> false;
                };
        return unreachable
                ? new ProxyException(
                        Stage.CONNECT,
                        proxy.name() + " cannot be reached: " + IoReason.brief(failure),
                        "check " + proxy.setBy() + ", or name the host in network.no_proxy if it needs no proxy",
                        failure)
                : failure;
    }

    /** The proxy has answered with this status instead of making a tunnel. */
    static ProxyException refused(int status, ProxyAddress proxy, URI target, IOException cause) {
        String host = target.getHost();
        return switch (status) {
            case HttpURLConnection.HTTP_PROXY_AUTH ->
                new ProxyException(
                        Stage.LOGIN,
                        proxy.name()
                                + (proxy.login().isPresent()
                                        ? " refuses the user name and password (407)"
                                        : " wants a user name and password (407)"),
                        "write http://user:password@host:port into " + proxy.setBy()
                                + ", special characters of the password as %XX",
                        cause);
            case HttpURLConnection.HTTP_FORBIDDEN ->
                new ProxyException(
                        Stage.TUNNEL,
                        proxy.name() + " does not let through to " + host + " (403)",
                        "ask whoever runs the proxy to allow " + host + ", or use a mirror that it allows",
                        cause);
            default ->
                new ProxyException(
                        Stage.TUNNEL,
                        proxy.name() + " cannot reach " + host + " (" + status + ")",
                        "check the source's address, or name the host in network.no_proxy if it is inside your network",
                        cause);
        };
    }

    public Stage stage() {
        return stage;
    }

    public String hint() {
        return hint;
    }
}
