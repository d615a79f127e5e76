package cco.core.doctor;

import cco.api.Origin;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.fetch.FetchLimits;
import cco.core.fetch.OriginClient;
import cco.core.http.NetworkSettings;
import cco.core.http.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Requests one file of a repository step by step, to find the step that fails. It keeps nothing of the file. */
@SuppressWarnings("exports") // for the engine
public final class NetworkProbe {

    private final NetworkSettings settings;

    /**
     * A probe with these network settings.
     *
     * @param settings the proxy, certificates and time limits of each connection
     */
    public NetworkProbe(NetworkSettings settings) {
        this.settings = settings;
    }

    /**
     * Probes an origin by requesting a file.
     *
     * @param origin the release repository
     * @param path the file inside the repository, with slashes
     * @return the steps up to the first failure, or all of them
     */
    public ProbeReport probe(Origin origin, String path) {
        List<ProbeStep> steps = new CopyOnWriteArrayList<>();
        FetchLimits limits = FetchLimits.of(settings.timeout());
        OriginClient client = new OriginClient(
                (address, resource, headers) -> new ConnectionProbe(settings, steps).get(address, resource, headers),
                limits,
                RetryPolicy.system());
        long start = System.nanoTime();
        try {
            client.readOnce(
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
