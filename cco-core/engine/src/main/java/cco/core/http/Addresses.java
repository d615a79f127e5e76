package cco.core.http;

import cco.api.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The rules for URLs and redirects. Hosts are compared as written; no name is resolved. */
public final class Addresses {

    private static final int MAX_PORT = 65535;

    private Addresses() {}

    /** Refuses every URL except https, and http on this machine. */
    public static void require(URI address) throws IOException {
        boolean https = "https".equalsIgnoreCase(address.getScheme());
        boolean http = "http".equalsIgnoreCase(address.getScheme());
        if (address.getHost() == null || !(https || http)) {
            throw new IOException("not an https address");
        }
        if (address.getRawUserInfo() != null) {
            throw new IOException("an address must not contain a user name or password");
        }
        if (address.getPort() > MAX_PORT) {
            throw new IOException("there is no port " + address.getPort());
        }
        if (http && !isLoopback(address)) {
            throw new IOException("plain http is refused: the address must start with https");
        }
    }

    static boolean isLoopback(URI address) {
        return Transport.isLoopback(address.getHost());
    }

    /**
     * The address that a response redirects to (RFC 9110 section 10.2.2).
     *
     * @throws IOException if it leaves https, or {@link #require} refuses it
     */
    static URI redirect(URI from, Optional<String> location) throws IOException {
        if (location.isEmpty()) {
            throw new IOException("redirects without an address");
        }
        URI to;
        try {
            to = from.resolve(new URI(location.get()));
        } catch (URISyntaxException e) {
            throw new IOException("redirects to an address that is not valid", e);
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

    /** Returns whether two addresses belong to the same server, so that one's headers may go to the other. */
    static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    /** The port, by default that of the protocol. */
    public static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
