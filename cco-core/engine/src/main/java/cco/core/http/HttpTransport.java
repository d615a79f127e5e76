package cco.core.http;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The HTTP client. It speaks HTTP/1.1 on sockets of its own, since Java's clients try only the first address of a host,
 * cannot bound a response's head, and start slowly.
 *
 * <p>For each request: check the address (https, or http on this machine), connect or reuse a connection, send the
 * request, follow redirects with the same checks, and judge the status. The time limit covers all of that. If the
 * server cannot resume a download, the whole file is requested.
 *
 * <p>It does not decode, retry or cache. {@link cco.core.fetch.OriginClient} does the retrying and limits the body.
 */
public final class HttpTransport implements Transport, AutoCloseable {

    private static final int MAX_REDIRECTS = 5;
    private static final byte[] NO_BODY = {};

    private final NetworkSettings settings;
    private final Connector connector;
    private final HttpEventListener listener;
    private final NetrcLogins logins;
    private final ConnectionPool pool = new ConnectionPool();

    /**
     * Reads the file of certificates in the settings, and opens no connection yet.
     *
     * @throws UsageException if that file cannot be used
     */
    public HttpTransport(NetworkSettings settings) throws UsageException {
        this(settings, HttpEventListener.NONE);
    }

    /** Also reports the steps of each connection. */
    public HttpTransport(NetworkSettings settings, HttpEventListener listener) throws UsageException {
        this(settings, Dialer.system(settings.timeout()), listener);
    }

    HttpTransport(NetworkSettings settings, Dialer dialer, HttpEventListener listener) throws UsageException {
        this.settings = settings;
        this.listener = listener;
        this.logins = new NetrcLogins(settings.netrc());
        TlsSockets tls = new TlsSockets(TrustStores.of(settings.certificates()));
        this.connector = new Connector(settings, dialer, tls, listener);
    }

    /** A response whose body is still to be read. */
    private record Exchange(HttpConnection connection, ResponseHead head) {}

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        SocketGuard guard = new SocketGuard();
        return inTime(guard, () -> follow(address, resource, headers, guard));
    }

    /**
     * Sends a few bytes once and returns the status. It neither follows redirects nor reads the body.
     *
     * @param type the media type of the bytes
     * @throws IOException if the server does not answer in time
     */
    public int post(URI address, String type, byte[] bytes) throws IOException {
        Addresses.require(address);
        Map<String, String> headers = headers(Map.of("Content-Type", type));
        headers.put("Content-Length", String.valueOf(bytes.length));
        headers.put("Connection", "close");
        SocketGuard guard = new SocketGuard();
        return inTime(guard, () -> {
            // A new connection: on an old one nobody knows whether the server got the bytes.
            try (HttpConnection connection = connector.connect(address, guard)) {
                return connection.send("POST", address, headers, bytes).status();
            }
        });
    }

    private <T> T inTime(SocketGuard guard, Watchdog.Work<T> work) throws IOException {
        try {
            return Watchdog.within(settings.timeout()).watch(work, () -> 0);
        } catch (SocketTimeoutException e) {
            // The socket's own timeout may end the wait first.
            guard.abort();
            boolean isRead = "Read timed out".equalsIgnoreCase(e.getMessage());
            throw isRead ? Watchdog.noAnswer(settings.timeout()) : e;
        } catch (IOException e) {
            guard.abort();
            throw e;
        } catch (CcoException e) {
            throw new AssertionError("a request throws nothing of that kind", e);
        }
    }

    /** The next request of a download: the address, the part of the file, and the caller's headers. */
    private record Hop(URI address, Resource wanted, Map<String, String> own) {}

    private Content follow(URI first, Resource resource, Map<String, String> headers, SocketGuard guard)
            throws IOException {
        Addresses.require(first);
        Hop hop = new Hop(first, resource, logins.withLogin(first, headers));
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            Exchange exchange = exchange(hop.address(), range(headers(hop.own()), hop.wanted()), guard);
            try {
                Optional<Hop> next = next(first, hop, new HttpResponse(exchange.head(), hop.address()));
                if (next.isEmpty()) {
                    return content(exchange, hop);
                }
                discard(exchange, hop.address(), guard);
                hop = next.get();
            } catch (IOException e) {
                discard(exchange, hop.address(), guard);
                throw e;
            }
        }
        throw new IOException("redirects more than " + MAX_REDIRECTS + " times");
    }

    private Optional<Hop> next(URI first, Hop hop, HttpResponse response) throws IOException {
        URI address = hop.address();
        Optional<URI> redirect = response.redirect();
        if (redirect.isPresent()) {
            // Once the request has left the server, the headers stay away, even if it comes back.
            Map<String, String> own = Addresses.sameServer(first, redirect.get()) ? hop.own() : Map.of();
            return Optional.of(new Hop(redirect.get(), hop.wanted(), own));
        }
        if (response.refusesRange(hop.wanted().offset())) {
            return Optional.of(new Hop(address, Resource.whole(hop.wanted().path()), hop.own()));
        }
        return response.wantsLogin() && address.equals(first)
                ? logins.afterUnauthorized(address, hop.own()).map(own -> new Hop(address, hop.wanted(), own))
                : Optional.empty();
    }

    private Content content(Exchange exchange, Hop hop) throws IOException {
        HttpResponse response = new HttpResponse(exchange.head(), hop.address());
        response.requireFile(hop.wanted().offset() > 0);
        return response.content(body(exchange, hop.address()));
    }

    private HttpBody body(Exchange exchange, URI address) throws IOException {
        return new HttpBody(exchange.connection().body(exchange.head()), settings.timeout(), complete -> {
            if (complete && HttpConnection.isReusable(exchange.head())) {
                pool.put(address, exchange.connection());
            } else {
                exchange.connection().close();
            }
        });
    }

    private void discard(Exchange exchange, URI address, SocketGuard guard) {
        if (exchange.connection().drain(exchange.head())) {
            guard.release();
            pool.put(address, exchange.connection());
        } else {
            exchange.connection().close();
        }
    }

    private Exchange exchange(URI address, Map<String, String> headers, SocketGuard guard) throws IOException {
        Optional<HttpConnection> idle = pool.take(address);
        if (idle.isPresent()) {
            try {
                return exchange(guard.watch(idle.get()), address, headers);
            } catch (BrokenConnectionException e) {
                // RFC 9112 9.3.1: the server may have closed the idle connection just now.
            }
        }
        return exchange(guard.watch(connector.connect(address, guard)), address, headers);
    }

    private static Exchange exchange(HttpConnection connection, URI address, Map<String, String> headers)
            throws IOException {
        try {
            return new Exchange(connection, connection.send("GET", address, headers, NO_BODY));
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private Map<String, String> headers(Map<String, String> own) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        headers.putAll(settings.headers());
        headers.putAll(own);
        headers.put("Accept-Encoding", "identity");
        return headers;
    }

    private static Map<String, String> range(Map<String, String> headers, Resource resource) {
        if (resource.offset() > 0) {
            headers.put("Range", "bytes=" + resource.offset() + "-");
            resource.validator().ifPresent(tag -> headers.put("If-Range", tag));
        }
        return headers;
    }

    @Override
    public void notice(String message) {
        listener.notice(message);
    }

    /** Closes the idle connections. */
    @Override
    public void close() {
        pool.close();
    }
}
