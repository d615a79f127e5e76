package cco.core.http;

import cco.core.disk.IoReason;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy, read from the URL in the settings.
 *
 * @param setBy the setting or variable that names it, for messages
 */
public record ProxyServer(
        Protocol protocol, String host, int port, Optional<PasswordAuthentication> login, String setBy) {

    /** The protocols of proxies, with the meanings and default ports that curl gives them. */
    public enum Protocol {
        /** CONNECT over a plain connection. */
        HTTP("http", -1),
        /** CONNECT over TLS. */
        HTTPS("https", 443),
        /** SOCKS 5; this machine resolves the server's name. */
        SOCKS5("socks5", 1080),
        /** SOCKS 5; the proxy resolves the server's name. */
        SOCKS5H("socks5h", 1080);

        private final String scheme;
        private final int defaultPort;

        Protocol(String scheme, int defaultPort) {
            this.scheme = scheme;
            this.defaultPort = defaultPort;
        }

        private static Optional<Protocol> of(String scheme) {
            return Arrays.stream(values())
                    .filter(protocol -> protocol.scheme.equals(scheme))
                    .findFirst();
        }
    }

    /**
     * Reads the URL; {@code host:port} alone means an http proxy.
     *
     * @throws ProxyException if it cannot be used
     */
    static ProxyServer of(ProxySettings settings) throws ProxyException {
        String text = settings.address().contains("://") ? settings.address() : "http://" + settings.address();
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        Protocol protocol = Protocol.of(scheme)
                .orElseThrow(() -> refused(settings, "cco does not support proxies of type " + IoReason.plain(scheme)));
        try {
            URI uri = URI.create(text);
            int port = uri.getPort() < 0 ? protocol.defaultPort : uri.getPort();
            if (uri.getHost() == null || port < 1 || port > 65535) {
                throw refused(settings, "it lacks a host or a valid port");
            }
            Optional<PasswordAuthentication> login =
                    Optional.ofNullable(uri.getRawUserInfo()).map(UserInfo::decode);
            return new ProxyServer(protocol, uri.getHost(), port, login, settings.setBy());
        } catch (IllegalArgumentException e) {
            // Its message repeats the URL, and with it the password.
            throw refused(settings, "it is not a URL; write special characters of a password as %XX");
        }
    }

    private static ProxyException refused(ProxySettings settings, String reason) {
        return new ProxyException(
                "cannot use the proxy in " + settings.setBy() + ": " + reason,
                "write it as http://host:port or http://user:password@host:port; https, socks5 and socks5h work too",
                null);
    }

    boolean isSocks() {
        return protocol == Protocol.SOCKS5 || protocol == Protocol.SOCKS5H;
    }

    /** The proxy's name in messages. */
    public String name() {
        return "the proxy " + host + ":" + port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return name();
    }
}
