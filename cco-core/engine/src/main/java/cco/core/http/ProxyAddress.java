package cco.core.http;

import cco.core.disk.IoReason;
import cco.core.http.ProxyException.Stage;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** An http proxy as it can be used. */
public record ProxyAddress(String host, int port, Optional<PasswordAuthentication> login, String setBy) {

    /**
     * Reads an address; {@code host:port} alone, as some environments have it, means an http proxy.
     *
     * @throws ProxyException if it names no http proxy
     */
    static ProxyAddress of(ProxySettings settings) throws ProxyException {
        String text = settings.address().contains("://") ? settings.address() : "http://" + settings.address();
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw refused(settings, "cco speaks to http proxies, not to those of " + IoReason.plain(scheme));
        }
        try {
            URI uri = URI.create(text);
            if (uri.getHost() == null || uri.getPort() < 1) {
                throw refused(settings, "it lacks a host or a port");
            }
            Optional<PasswordAuthentication> login =
                    Optional.ofNullable(uri.getRawUserInfo()).map(ProxyAddress::login);
            return new ProxyAddress(uri.getHost(), uri.getPort(), login, settings.setBy());
        } catch (IllegalArgumentException _) {
            // Its message repeats the address, and with it the password.
            throw refused(settings, "it is not an address; special characters of a password are written %XX");
        }
    }

    private static ProxyException refused(ProxySettings settings, String why) {
        return new ProxyException(
                Stage.ADDRESS,
                "the proxy that " + settings.setBy() + " names cannot be used: " + why,
                "write it as http://host:port or http://user:password@host:port",
                null);
    }

    private static PasswordAuthentication login(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return new PasswordAuthentication(decoded(user), decoded(password).toCharArray());
    }

    /** In an address a plus is a plus. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** What it is called in messages. */
    public String name() {
        return "the proxy " + host + ":" + port;
    }

    Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host.replaceAll("[\\[\\]]", ""), port));
    }
}
