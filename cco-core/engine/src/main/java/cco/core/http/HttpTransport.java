package cco.core.http;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HttpsURLConnection;

/**
 * The one HTTP stack, on HttpURLConnection: it starts faster than java.net.http and its read timeout covers the body.
 *
 * <p>For each request: the address is checked (https, or http on a loopback address), the request goes out with the
 * house's headers and the caller's, redirects are followed by hand and checked like the first address, and the status
 * decides. All of that, name look-up and TLS handshake included, must be done within the time limit. A server that
 * cannot resume is asked for the whole file.
 *
 * <p>The body is handed out as it comes: nothing is decoded, retried or cached. How fast and how long it may be is the
 * {@link cco.core.fetch.Fetcher}'s to watch.
 */
public final class HttpTransport implements Transport {

    private static final int MAX_REDIRECTS = 5;

    private final NetworkSettings settings;
    private final ProxyRoute route;
    private final TlsSockets sockets;

    /**
     * Opens nothing but the company's file of certificates.
     *
     * @throws UsageException if that file cannot be used
     */
    public HttpTransport(NetworkSettings settings) throws UsageException {
        this(settings, HttpEventListener.NONE);
    }

    public HttpTransport(NetworkSettings settings, HttpEventListener trace) throws UsageException {
        this.settings = settings;
        this.route = new ProxyRoute(settings.proxy());
        this.sockets = new TlsSockets(TrustStores.of(settings.certificates()), trace);
    }

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        AtomicReference<HttpURLConnection> current = new AtomicReference<>();
        try {
            return Watchdog.within(settings.timeout())
                    .watch(() -> follow(address, resource, headers, current), () -> 0);
        } catch (IOException e) {
            // Also ends a thread that still waits for headers.
            Optional.ofNullable(current.get()).ifPresent(HttpURLConnection::disconnect);
            throw e;
        } catch (CcoException e) {
            throw new AssertionError("following an address throws nothing of that kind", e);
        }
    }

    /**
     * Sends a few bytes and reads nothing but the status. A redirect is an answer like any other, and nothing is sent a
     * second time.
     *
     * @param type the bytes' media type
     * @return the http status
     * @throws IOException if the server does not answer within the time limit
     */
    public int post(URI address, String type, byte[] bytes) throws IOException {
        AtomicReference<HttpURLConnection> current = new AtomicReference<>();
        try {
            return Watchdog.within(settings.timeout()).watch(() -> send(address, type, bytes, current), () -> 0);
        } catch (CcoException e) {
            throw new AssertionError("sending throws nothing of that kind", e);
        } finally {
            Optional.ofNullable(current.get()).ifPresent(HttpURLConnection::disconnect);
        }
    }

    private int send(URI address, String type, byte[] bytes, AtomicReference<HttpURLConnection> current)
            throws IOException {
        Addresses.require(address);
        HttpURLConnection connection = request(address, Map.of("Content-Type", type));
        current.set(connection);
        connection.setDoOutput(true);
        // Otherwise Java sends everything again when the server hangs up.
        connection.setFixedLengthStreamingMode(bytes.length);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(bytes);
        }
        return answer(connection, address).status();
    }

    private Content follow(
            URI first, Resource resource, Map<String, String> headers, AtomicReference<HttpURLConnection> current)
            throws IOException {
        URI address = first;
        Resource wanted = resource;
        Map<String, String> ownHeaders = headers;
        Addresses.require(first);
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            HttpURLConnection connection = request(address, ownHeaders);
            range(connection, wanted);
            current.set(connection);
            HttpResponse answer = answer(connection, address);
            Optional<URI> redirect = answer.redirect();
            boolean resumable = !answer.refusesRange(wanted.offset());
            if (redirect.isEmpty() && resumable) {
                return answer.content(wanted.offset() > 0, settings.timeout());
            }
            connection.disconnect();
            address = redirect.orElse(address);
            wanted = resumable ? wanted : Resource.whole(resource.path());
            // Once gone to another server they stay away, also if that one redirects back.
            ownHeaders = Addresses.sameServer(first, address) ? ownHeaders : Map.of();
        }
        throw new IOException("redirects more than " + MAX_REDIRECTS + " times");
    }

    private HttpResponse answer(HttpURLConnection connection, URI address) throws IOException {
        Optional<ProxyAddress> proxy = route.through(address);
        try {
            HttpResponse answer = HttpResponse.to(connection, address);
            // Only proxies answer so, and Java hands it on as if it came from the server.
            if (proxy.isPresent() && answer.status() == HttpURLConnection.HTTP_PROXY_AUTH) {
                throw ProxyException.refused(answer.status(), proxy.get(), address, null);
            }
            return answer;
        } catch (IOException failure) {
            throw proxy.isPresent() ? ProxyException.of(failure, proxy.get(), address) : failure;
        }
    }

    private HttpURLConnection request(URI address, Map<String, String> headers) throws IOException {
        HttpURLConnection connection = route.open(address);
        if (connection instanceof HttpsURLConnection https) {
            https.setSSLSocketFactory(sockets.factory());
        }
        int millis = (int) Math.min(Integer.MAX_VALUE, settings.timeout().toMillis());
        connection.setConnectTimeout(Math.max(1, millis));
        connection.setReadTimeout(Math.max(1, millis));
        connection.setInstanceFollowRedirects(false);
        connection.setRequestProperty("Accept", "*/*");
        settings.headers().forEach(connection::setRequestProperty);
        headers.forEach(connection::setRequestProperty);
        connection.setRequestProperty("Accept-Encoding", "identity");
        return connection;
    }

    private static void range(HttpURLConnection connection, Resource resource) {
        if (resource.offset() > 0) {
            connection.setRequestProperty("Range", "bytes=" + resource.offset() + "-");
            resource.validator().ifPresent(tag -> connection.setRequestProperty("If-Range", tag));
        }
    }
}
