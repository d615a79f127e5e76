package cco.core.http;

import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;

/** Which addresses may be asked, and where a redirect may lead. Names are compared as written; nothing is looked up. */
public final class Addresses {

    private Addresses() {}

    /** Refuses everything but https, and http on a loopback address. */
    public static void require(URI address) throws IOException {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !(https || http)) {
            throw new IOException("not an https address");
        }
        if (address.getRawUserInfo() != null) {
            throw new IOException("an address must not hold a user name or password");
        }
        if (http && !isLoopback(address)) {
            throw new IOException("plain http is refused: the address must begin with https");
        }
    }

    static boolean isLoopback(URI address) {
        return Transport.isLoopback(address.getHost());
    }

    /**
     * The address that an answer redirects to (RFC 9110 section 10.2.2).
     *
     * @throws IOException if it would leave https, or may not be asked at all
     */
    static URI redirect(URI from, String location) throws IOException {
        if (location == null) {
            throw new IOException("redirects without saying where to");
        }
        URI to;
        try {
            to = from.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new IOException("redirects to an address that cannot be read", e);
        }
        if (from.getScheme().equalsIgnoreCase("https") && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new IOException("redirects away from https, to " + to + ", which is refused");
        }
        try {
            require(to);
        } catch (IOException e) {
            throw new IOException("redirects to " + to + ": " + e.getMessage(), e);
        }
        return to;
    }

    /** Whether two addresses belong to the same server, so that what was meant for one may be sent to the other. */
    static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    public static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
