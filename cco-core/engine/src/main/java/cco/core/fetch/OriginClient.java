package cco.core.fetch;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Origin;
import cco.api.OriginException;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.disk.IoReason;
import cco.core.disk.RuntimeFailure;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.http.ProxyException;
import cco.core.http.RetryAfter;
import cco.core.http.RetryPolicy;
import cco.core.http.Watchdog;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * The only caller of origins. An origin may hang, drip, never end or throw: its caller continues within the limits,
 * which cover opening and reading together. What failed by chance is requested again.
 *
 * @param silent the names of the origins that exceeded a time limit
 */
public record OriginClient(Transport transport, FetchLimits limits, RetryPolicy retries, Set<String> silent) {

    public OriginClient(Transport transport, FetchLimits limits, RetryPolicy retries) {
        this(transport, limits, retries, ConcurrentHashMap.newKeySet());
    }

    private static final int UNAUTHORIZED = 401;

    /** Reads the content on the watched thread. */
    @FunctionalInterface
    public interface Sink<T> {
        T drain(Content content) throws IOException, CcoException;
    }

    /**
     * Opens a file once and passes it to the sink.
     *
     * @throws IOException if the origin fails or is too slow
     * @throws CcoException if the sink throws it
     */
    public <T> T readOnce(Origin origin, Resource resource, Duration deadline, Sink<T> sink)
            throws IOException, CcoException {
        CountingStream counter = new CountingStream(origin);
        Watchdog watchdog = new Watchdog(deadline, limits.window(), limits.minimumPerWindow());
        try {
            return watchdog.watch(() -> drain(origin, resource, sink, counter), counter::moved);
        } catch (SocketTimeoutException e) {
            silent.add(origin.name());
            throw e;
        } finally {
            counter.abandon();
        }
    }

    /** The origins in the order in which to ask them now. */
    List<Origin> silentLast(List<Origin> origins) {
        List<Origin> last = origins.stream()
                .filter(origin -> silent.contains(origin.name()))
                .toList();
        List<Origin> all = new ArrayList<>(origins);
        all.removeAll(last);
        all.addAll(last);
        return all;
    }

    /** Reads a small file into memory, and refuses one of more than {@code cap} bytes. */
    byte[] document(Origin origin, String path, int cap) throws IOException, CcoException {
        return document(origin, Resource.whole(path), content -> bytes(content, cap));
    }

    /** Reads a small file or a part of it. The sink starts over when a request is repeated. */
    <T> T document(Origin origin, Resource resource, Sink<T> sink) throws IOException, CcoException {
        RetryPolicy.Attempts attempts = retries.start(limits.document());
        while (true) {
            try {
                return readOnce(origin, resource, limits.document(), sink);
            } catch (IOException e) {
                attempts.waitAfter(e);
            }
        }
    }

    /** The content's bytes, if there are not more than {@code cap}. */
    static byte[] bytes(Content content, int cap) throws IOException {
        byte[] bytes = content.stream().readNBytes(cap + 1);
        if (bytes.length > cap) {
            throw new IOException("longer than the " + cap + " bytes that are allowed");
        }
        return bytes;
    }

    private <T> T drain(Origin origin, Resource resource, Sink<T> sink, CountingStream counter)
            throws IOException, CcoException {
        try (Content content = open(origin, resource)) {
            return sink.drain(new Content(
                    counter.watch(content.stream()), content.offset(), content.length(), content.validator()));
        }
    }

    private Content open(Origin origin, Resource resource) throws IOException {
        try {
            return Objects.requireNonNull(origin.open(resource, transport));
        } catch (RuntimeException | Error e) {
            throw broken(origin, e);
        }
    }

    /**
     * The failure of an origin's code.
     *
     * @throws Error if the Java runtime failed, for which no origin can be blamed
     */
    static IOException broken(Origin origin, Throwable failure) {
        RuntimeFailure.rethrow(failure, origin);
        return new IOException(IoReason.explain("its source plugin failed", failure), failure);
    }

    /** The address of a file in messages. */
    public static String name(Origin origin, String path) {
        return origin.name() + "/" + path;
    }

    /** The error for a file that cannot be read, with the time after which the origin wants to be asked again. */
    static SourceException unreadable(Origin origin, String path, IOException failure) {
        return new SourceException(
                "cannot read " + name(origin, path) + ": " + IoReason.brief(failure),
                hint(failure),
                RetryAfter.of(failure),
                failure);
    }

    /** What the user can do about a failure. */
    public static String hint(IOException failure) {
        return switch (failure) {
            case OriginException e -> IoReason.plain(e.hint());
            case ProxyException proxy -> proxy.hint();
            case HttpStatusException answer
            when answer.status() == UNAUTHORIZED ->
                "write username and password into the source's table, or into ~/.netrc";
            case SSLException _ ->
                "if a proxy opens encrypted connections here, name its certificates in network.ca_file";
            case IOException e when e.getCause() instanceof OriginException cause -> IoReason.plain(cause.hint());
            default -> "check the source's address and the network, or try again later";
        };
    }
}
