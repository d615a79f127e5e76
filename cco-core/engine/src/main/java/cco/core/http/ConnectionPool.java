package cco.core.http;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The idle connections, by server. */
final class ConnectionPool implements AutoCloseable {

    /** More are open only while several threads talk to one server. */
    private static final int MAX_IDLE = 4;

    private final Map<String, Deque<HttpConnection>> idle = new HashMap<>();
    private boolean closed;

    /** Takes the connection to the URL's server that was used last. */
    synchronized Optional<HttpConnection> take(URI url) {
        return Optional.ofNullable(idle.get(server(url))).map(Deque::pollFirst);
    }

    /** Keeps a connection whose last response has been read to its end. */
    synchronized void put(URI url, HttpConnection connection) {
        Deque<HttpConnection> connections = idle.computeIfAbsent(server(url), _ -> new ArrayDeque<>());
        if (closed || connections.size() == MAX_IDLE) {
            connection.close();
        } else {
            connections.addFirst(connection);
        }
    }

    /** A server's protocol, host and port. */
    static String server(URI url) {
        return url.getScheme().toLowerCase(Locale.ROOT) + "://" + url.getHost().toLowerCase(Locale.ROOT) + ":"
                + Addresses.port(url);
    }

    /** Closes the idle connections now, and the others when they come back. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.values().forEach(connections -> connections.forEach(HttpConnection::close));
        idle.clear();
    }
}
