package cco.core.fetch;

import cco.api.Content;
import cco.api.Origin;
import cco.api.OriginException;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.http.ProxyException;
import cco.core.http.RetryAfter;
import cco.core.http.Watchdog;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * The only caller of origins. Whatever an origin does, be it stuck, slow, endless or broken, its caller is free again
 * within the limits; they hold for opening and reading together.
 *
 * @param silent the names of the origins that were given up for that
 */
public record OriginClient(Transport transport, FetchLimits limits, Set<String> silent) {

    public OriginClient(Transport transport, FetchLimits limits) {
        this(transport, limits, ConcurrentHashMap.newKeySet());
    }

    /** Takes the content in; it runs on the watched thread. */
    @FunctionalInterface
    public interface Sink<T> {
        T drain(Content content) throws IOException, CcoException;
    }

    /**
     * Opens a file and hands it to the sink.
     *
     * @throws IOException if the origin fails or is too slow
     * @throws CcoException what the sink throws
     */
    public <T> T read(Origin origin, Resource resource, Duration deadline, Sink<T> sink)
            throws IOException, CcoException {
        CountingStream pulse = new CountingStream();
        Watchdog watchdog = new Watchdog(deadline, limits.window(), limits.minimumPerWindow());
        try {
            return watchdog.watch(() -> drain(origin, resource, sink, pulse), pulse::moved);
        } catch (SocketTimeoutException e) {
            silent.add(origin.name());
            throw e;
        } finally {
            pulse.abandon();
        }
    }

    /** The origins in the order in which to ask them now. */
    List<Origin> silentLast(List<Origin> origins) {
        return origins.stream()
                .sorted(Comparator.comparing(origin -> silent.contains(origin.name())))
                .toList();
    }

    /** Reads a whole small file into memory, and refuses one of more than {@code cap} bytes. */
    byte[] document(Origin origin, String path, int cap) throws IOException, CcoException {
        return read(origin, Resource.whole(path), limits.document(), content -> bytes(content, cap));
    }

    /** What an origin sends, if that is not more than {@code cap} bytes. */
    static byte[] bytes(Content content, int cap) throws IOException {
        byte[] bytes = content.stream().readNBytes(cap + 1);
        if (bytes.length > cap) {
            throw new IOException("longer than the " + cap + " bytes that are allowed");
        }
        return bytes;
    }

    private <T> T drain(Origin origin, Resource resource, Sink<T> sink, CountingStream pulse)
            throws IOException, CcoException {
        try (Content content = open(origin, resource)) {
            return sink.drain(new Content(
                    pulse.watch(content.stream()), content.offset(), content.length(), content.validator()));
        }
    }

    private Content open(Origin origin, Resource resource) throws IOException {
        try {
            return Objects.requireNonNull(origin.open(resource, transport));
        } catch (RuntimeException | Error e) {
            throw new IOException("the source is broken: " + e, e);
        }
    }

    /** Where a file is said to be, for messages. */
    public static String name(Origin origin, String path) {
        return origin.name() + "/" + path;
    }

    /** Says which file of which origin could not be read, why, and when the origin wants to be asked again. */
    static SourceException unreadable(Origin origin, String path, IOException failure) {
        return new SourceException(
                "cannot read " + name(origin, path) + ": " + IoReason.brief(failure),
                hint(failure),
                RetryAfter.of(failure),
                failure);
    }

    /** What the user can do about it. */
    public static String hint(IOException failure) {
        return switch (failure) {
            case OriginException e -> IoReason.plain(e.hint());
            case ProxyException proxy -> proxy.hint();
            case SSLException _ ->
                "if a proxy opens encrypted connections here, name its certificates in network.ca_file";
            case IOException e when e.getCause() instanceof OriginException cause -> IoReason.plain(cause.hint());
            default -> "check the source's address and the network, or try again later";
        };
    }
}
