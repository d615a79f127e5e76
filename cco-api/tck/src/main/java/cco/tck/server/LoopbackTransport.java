package cco.tck.server;

import cco.api.Content;
import cco.api.Resource;
import cco.api.Transport;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A transport for tests of sources: plain http to this machine only, with the behavior that {@link Transport}
 * promises. It has none of the host's limits.
 */
public final class LoopbackTransport implements Transport {

    private static final int REDIRECTS = 5;

    /** A transport without state. */
    public LoopbackTransport() {}

    @Override
    public Content get(URI address, Resource resource, Map<String, String> headers) throws IOException {
        URI at = address;
        for (int i = 0; i <= REDIRECTS; i++) {
            boolean home = at.getRawAuthority().equals(address.getRawAuthority());
            HttpURLConnection connection = send(at, resource, home ? headers : Map.of());
            String elsewhere = connection.getHeaderField("Location");
            if (connection.getResponseCode() / 100 != 3 || elsewhere == null) {
                return content(connection, resource);
            }
            at = at.resolve(elsewhere);
        }
        throw new IOException("redirects more than " + REDIRECTS + " times: " + address);
    }

    private static HttpURLConnection send(URI address, Resource resource, Map<String, String> headers)
            throws IOException {
        if (!"http".equals(address.getScheme()) || !Transport.isLoopback(address.getHost())) {
            throw new IOException("a test stays on this machine: " + address);
        }
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        headers.forEach(connection::setRequestProperty);
        if (resource.offset() > 0) {
            connection.setRequestProperty("Range", "bytes=" + resource.offset() + "-");
            resource.validator().ifPresent(tag -> connection.setRequestProperty("If-Range", tag));
        }
        return connection;
    }

    private static Content content(HttpURLConnection connection, Resource resource) throws IOException {
        String address = connection.getURL().toString();
        long offset =
                switch (connection.getResponseCode()) {
                    case 200 -> 0;
                    case 206 -> resource.offset();
                    case 404, 410 -> throw new NoSuchFileException(address);
                    case 403 -> throw new AccessDeniedException(address);
                    default -> throw new IOException(address + ": http status " + connection.getResponseCode());
                };
        long length = connection.getContentLengthLong();
        return new Content(
                connection.getInputStream(),
                offset,
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length),
                Optional.ofNullable(connection.getHeaderField("ETag")));
    }
}
