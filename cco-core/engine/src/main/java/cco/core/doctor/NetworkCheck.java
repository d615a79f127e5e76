package cco.core.doctor;

import cco.api.Origin;
import cco.core.config.Settings;
import cco.core.doctor.ProbeStep.Stage;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out for each of an app's origins where the way to it ends. */
@SuppressWarnings("exports") // called by the engine alone
public record NetworkCheck(EngineContext tools, Settings settings) {

    public List<ProbeReport> of(AppName app) {
        AppSources supply;
        try {
            supply = AppSources.configured(settings, tools, app, Optional.empty());
        } catch (CcoException e) {
            return List.of(new ProbeReport(app.value(), List.of(failed(Stage.SETTINGS, e, Duration.ZERO))));
        }
        List<ProbeReport> checks = new ArrayList<>();
        for (Origin origin : supply.origins()) {
            checks.add(new ProbeReport(origin.name(), hops(app, supply, origin)));
        }
        return checks;
    }

    private List<ProbeStep> hops(AppName app, AppSources supply, Origin origin) {
        List<ProbeStep> hops =
                new ArrayList<>(new NetworkProbe(tools.network(settings.network())).probe(origin, ManifestLoader.PATH));
        if (hops.getLast() instanceof ProbeStep.Passed) {
            hops.add(trust(app, new AppSources(supply.name(), supply.trust(), List.of(origin))));
        }
        return hops;
    }

    private ProbeStep trust(AppName app, AppSources supply) {
        long start = System.nanoTime();
        try (AppSession session = AppSession.open(tools, app, settings, false)) {
            session.manifest(supply, false);
            return new ProbeStep.Passed(
                    Stage.TRUST, "admitted by trust mode " + supply.trust().id(), since(start));
        } catch (CcoException e) {
            return failed(Stage.TRUST, e, since(start));
        }
    }

    private static ProbeStep failed(Stage stage, CcoException e, Duration took) {
        return new ProbeStep.Failed(stage, e.getMessage(), e.hint(), took);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
