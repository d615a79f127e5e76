package cco.core;

import cco.api.Origin;
import cco.core.Session.Tools;
import cco.core.config.Settings;
import cco.core.error.CcoException;
import cco.core.fetch.NetworkProbe;
import cco.core.model.AppName;
import cco.core.model.Hop;
import cco.core.model.Hop.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out for each of an app's origins where the way to it ends. */
record NetworkCheck(Tools tools, Settings settings) {

    List<OriginCheck> of(AppName app) {
        Supply supply;
        try {
            supply = Supply.configured(settings, tools, app, Optional.empty());
        } catch (CcoException e) {
            return List.of(new OriginCheck(app.value(), List.of(failed(Stage.SETTINGS, e, Duration.ZERO))));
        }
        List<OriginCheck> checks = new ArrayList<>();
        for (Origin origin : supply.origins()) {
            checks.add(new OriginCheck(origin.name(), hops(app, supply, origin)));
        }
        return checks;
    }

    private List<Hop> hops(AppName app, Supply supply, Origin origin) {
        List<Hop> hops = new ArrayList<>(
                new NetworkProbe(tools.network(settings.network())).probe(origin, Manifests.PATH));
        if (hops.getLast() instanceof Hop.Passed) {
            hops.add(trust(app, new Supply(supply.name(), supply.trust(), List.of(origin))));
        }
        return hops;
    }

    private Hop trust(AppName app, Supply supply) {
        long start = System.nanoTime();
        try (Session session = Session.open(tools, app, settings, false)) {
            session.manifest(supply, false);
            return new Hop.Passed(
                    Stage.TRUST, "admitted by trust mode " + supply.trust().id(), since(start));
        } catch (CcoException e) {
            return failed(Stage.TRUST, e, since(start));
        }
    }

    private static Hop failed(Stage stage, CcoException e, Duration took) {
        return new Hop.Failed(stage, e.getMessage(), e.hint(), took);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
