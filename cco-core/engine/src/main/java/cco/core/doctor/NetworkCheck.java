package cco.core.doctor;

import cco.api.Origin;
import cco.core.config.Configuration;
import cco.core.doctor.ProbeStep.Stage;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Probes each release repository of an app: the connection first, then the app's trust mode.
 *
 * @param context the shared services of the engine
 * @param settings the configuration with the sources and network settings
 */
@SuppressWarnings("exports") // for the engine
public record NetworkCheck(EngineContext context, Configuration settings) {

    /**
     * Probes an app's repositories in the order of its sources.
     *
     * @param app the app whose sources are probed
     * @return one report for each repository, or a single failed one if the sources cannot be read
     */
    public List<ProbeReport> of(AppName app) {
        AppSources sources;
        try {
            sources = AppSources.configured(settings, context, app, Optional.empty());
        } catch (CcoException e) {
            return List.of(new ProbeReport(app.value(), List.of(failed(Stage.SETTINGS, e, Duration.ZERO))));
        }
        return sources.origins().stream()
                .map(origin -> probe(app, sources, origin))
                .toList();
    }

    private ProbeReport probe(AppName app, AppSources sources, Origin origin) {
        ProbeReport report = new NetworkProbe(context.network(settings)).probe(origin, ManifestLoader.PATH);
        return report.passed()
                ? report.plus(trust(app, new AppSources(sources.name(), sources.trust(), List.of(origin))))
                : report;
    }

    private ProbeStep trust(AppName app, AppSources sources) {
        long start = System.nanoTime();
        try (AppSession session = AppSession.open(context, app, settings, context.transport(settings))) {
            new ManifestLoader(session).load(sources);
            return new ProbeStep.Passed(
                    Stage.TRUST,
                    "trust mode " + sources.trust().id() + " accepts the manifest",
                    NetworkProbe.since(start));
        } catch (CcoException e) {
            return failed(Stage.TRUST, e, NetworkProbe.since(start));
        }
    }

    private static ProbeStep failed(Stage stage, CcoException e, Duration duration) {
        return new ProbeStep.Failed(stage, e.getMessage(), e.hint(), duration);
    }
}
