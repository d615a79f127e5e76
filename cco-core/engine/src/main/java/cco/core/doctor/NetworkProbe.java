package cco.core.fetch;

import cco.api.Origin;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.model.Hop;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Goes the way to an origin step by step, to find where it ends. Names and connections are tried one by one; then the
 * request goes out through the one HTTP stack, so that what works here works for an update. Nothing is kept of what is
 * read.
 */
public final class NetworkProbe {

    private final NetworkSettings settings;

    /** A probe of the network as it is set up. */
    public NetworkProbe(NetworkSettings settings) {
        this.settings = settings;
    }

    /**
     * Asks an origin for a file.
     *
     * @return the steps in their order; the last one failed, or all passed
     */
    public List<Hop> probe(Origin origin, String path) {
        List<Hop> hops = new CopyOnWriteArrayList<>();
        FetchLimits limits = FetchLimits.of(settings.timeout());
        OriginReader reader = new OriginReader(
                (address, resource, headers) -> new Journey(settings, hops).get(address, resource, headers), limits);
        long start = System.nanoTime();
        try {
            reader.read(origin, Resource.whole(path), limits.document(), content -> content.stream().read());
            if (hops.isEmpty()) {
                hops.add(new Hop.Passed(Hop.Stage.FILE, OriginReader.name(origin, path), since(start)));
            }
        } catch (IOException failure) {
            if (hops.isEmpty() || !(hops.getLast() instanceof Hop.Failed)) {
                Hop.Stage stage = hops.isEmpty() ? Hop.Stage.FILE : Hop.Stage.HTTP;
                hops.add(new Hop.Failed(stage, IoReason.brief(failure), OriginReader.hint(failure), since(start)));
            }
        } catch (CcoException e) {
            throw new AssertionError("reading one byte throws nothing of that kind", e);
        }
        return List.copyOf(hops);
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
