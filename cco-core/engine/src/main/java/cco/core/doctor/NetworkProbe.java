package cco.core.doctor;

import cco.api.Origin;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.fetch.FetchLimits;
import cco.core.fetch.OriginClient;
import cco.core.http.NetworkSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Goes the way to an origin step by step, to find where it ends. Names and connections are tried one by one; then the
 * request goes out through the one HTTP stack, so that what works here works for an update. Nothing is kept of what is
 * read.
 */
@SuppressWarnings("exports") // called by the engine alone
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
    public ProbeReport probe(Origin origin, String path) {
        List<ProbeStep> steps = new CopyOnWriteArrayList<>();
        FetchLimits limits = FetchLimits.of(settings.timeout());
        OriginClient reader = new OriginClient(
                (address, resource, headers) -> new ConnectionProbe(settings, steps).get(address, resource, headers),
                limits);
        long start = System.nanoTime();
        try {
            reader.read(
                    origin,
                    Resource.whole(path),
                    limits.document(),
                    content -> content.stream().read());
            if (steps.isEmpty()) {
                steps.add(new ProbeStep.Passed(ProbeStep.Stage.FILE, OriginClient.name(origin, path), since(start)));
            }
        } catch (IOException failure) {
            if (steps.isEmpty() || !(steps.getLast() instanceof ProbeStep.Failed)) {
                ProbeStep.Stage stage = steps.isEmpty() ? ProbeStep.Stage.FILE : ProbeStep.Stage.HTTP;
                steps.add(
                        new ProbeStep.Failed(stage, IoReason.brief(failure), OriginClient.hint(failure), since(start)));
            }
        } catch (CcoException e) {
            throw new AssertionError("reading one byte throws nothing of that kind", e);
        }
        return new ProbeReport(origin.name(), steps);
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
