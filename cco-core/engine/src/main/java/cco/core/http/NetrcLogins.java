package cco.core.http;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logins from the user's netrc file, for servers that ask for one. The file is read when the first server answers 401,
 * and a server gets its login from then on.
 */
final class NetrcLogins {

    private static final String AUTHORIZATION = "Authorization";

    private final Optional<Path> file;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private Netrc netrc;

    NetrcLogins(Optional<Path> file) {
        this.file = file;
    }

    /**
     * The headers for a repeated request.
     *
     * @return nothing if the request had a login already, or there is none for this server
     */
    Optional<Map<String, String>> afterUnauthorized(URI address, Map<String, String> headers) {
        boolean hadLogin = headers.keySet().stream().anyMatch(AUTHORIZATION::equalsIgnoreCase);
        if (hadLogin || file.isEmpty() || netrc().login(address.getHost()).isEmpty()) {
            return Optional.empty();
        }
        asking.add(ConnectionPool.server(address));
        return Optional.of(withLogin(address, headers));
    }

    /** The headers with a login, if the server has asked for one before. */
    Map<String, String> withLogin(URI address, Map<String, String> headers) {
        if (!asking.contains(ConnectionPool.server(address))) {
            return headers;
        }
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        netrc().login(address.getHost()).ifPresent(login -> all.put(AUTHORIZATION, ProxyLogin.basic(login)));
        all.putAll(headers);
        return all;
    }

    private synchronized Netrc netrc() {
        if (netrc == null) {
            netrc = Netrc.read(file.orElseThrow());
        }
        return netrc;
    }
}
