package cco.source.github;

import cco.api.BadSettingException;
import cco.api.Transport;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** GitHubAddresses in settings, and paths in addresses. */
final class GitHubAddresses {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private GitHubAddresses() {}

    /** A URL without trailing slashes. The host checks it again; this check reports mistakes early. */
    static URI require(String key, String text) throws BadSettingException {
        URI uri;
        try {
            uri = new URI(text.replaceFirst("/+$", ""));
        } catch (URISyntaxException _) {
            throw new BadSettingException(key, "is not a URL: " + text);
        }
        if (uri.getRawUserInfo() != null) {
            throw new BadSettingException(key, "must not contain a user name or password");
        }
        if (uri.getHost() == null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
            throw new BadSettingException(key, "must be like https://github.example.com: " + text);
        }
        boolean loopback = "http".equalsIgnoreCase(uri.getScheme()) && Transport.isLoopback(uri.getHost());
        if (!loopback && !"https".equalsIgnoreCase(uri.getScheme())) {
            throw new BadSettingException(key, "must start with https: " + text);
        }
        return uri;
    }

    /** A path of several segments: every byte but slashes and RFC 3986's unreserved ones as {@code %XX}. */
    static String path(String path) {
        return encode(path, "/");
    }

    /** One segment, in which slashes are encoded too, as in tags. */
    static String segment(String segment) {
        return encode(segment, "");
    }

    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (UNRESERVED.indexOf(b) >= 0 || kept.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append("%%%02X".formatted(b));
            }
        }
        return encoded.toString();
    }
}
