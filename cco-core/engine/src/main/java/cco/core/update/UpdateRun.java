package cco.core.update;

import cco.api.Transport;
import cco.core.config.Configuration;
import cco.core.error.CcoException;
import cco.core.http.OfflineTransport;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.session.AcceptedManifest;
import cco.core.session.AppPlanner;
import cco.core.session.AppRecords;
import cco.core.session.AppSession;
import cco.core.session.AppSources;
import cco.core.session.EngineContext;
import cco.core.session.ManifestLoader;
import cco.core.session.VersionInstaller;
import cco.core.trust.TrustedManifest;
import java.util.Optional;

/** One {@linkplain Updater#update update}. A check takes no lock, and no lock is held while the user decides. */
final class UpdateRun {

    private final EngineContext context;
    private final Configuration settings;
    private final UpdateRequest request;
    private final AppName app;

    UpdateRun(EngineContext context, Configuration settings, UpdateRequest request) {
        this.context = context;
        this.settings = settings;
        this.request = request;
        this.app = request.app();
    }

    /** The plan of one session, and what it was made from. */
    private record Decision(AppSources sources, AcceptedManifest accepted, Receipt receipt, UpdatePlan plan) {}

    UpdateOutcome run() throws CcoException {
        Transport transport = request.offline() ? new OfflineTransport() : context.transport(settings);
        if (request.consent().fixed().equals(Optional.of(false))) {
            try (AppSession session = AppSession.openReadOnly(context, app, settings, transport)) {
                return check(session);
            }
        }
        return change(transport);
    }

    private UpdateOutcome check(AppSession session) throws CcoException {
        Receipt receipt = new ReceiptFile(session.home()).require();
        Optional<Version> installed = installed(session, receipt);
        ManifestLoader loader = new ManifestLoader(session);
        TrustedManifest manifest = installed.isPresent() && request.target() instanceof Target.Newest
                ? loader.loadForCheck(sources(session), installed.get())
                : loader.load(sources(session)).manifest();
        UpdatePlan plan = new AppPlanner(session).plan(manifest, installed, request.target());
        return plan instanceof UpdatePlan.Change change
                ? new UpdateOutcome.Available(app, change)
                : unchanged(receipt, plan);
    }

    private UpdateOutcome change(Transport transport) throws CcoException {
        Optional<UpdatePlan.Change> approved = Optional.empty();
        while (true) {
            Decision decision;
            try (AppSession session = AppSession.open(context, app, settings, transport)) {
                Optional<UpdateOutcome> switched = switchOffline(session);
                if (switched.isPresent()) {
                    return switched.get();
                }
                decision = decide(session);
                if (!(decision.plan() instanceof UpdatePlan.Change change)) {
                    hold(session, decision.receipt());
                    return unchanged(decision.receipt(), decision.plan());
                }
                boolean agreed = approved.filter(before -> before.to().equals(change.to()))
                        .isPresent();
                if (agreed || isFixedConsent(change)) {
                    return install(session, decision, change);
                }
                approved = Optional.of(change);
            }
            // Here the lock is free, however long the user thinks.
            if (!request.consent().approve(approved.get())) {
                return new UpdateOutcome.Available(app, approved.get());
            }
        }
    }

    /** Without a question, the lock need not be released for the answer. */
    private boolean isFixedConsent(UpdatePlan.Change change) {
        return request.consent().fixed().equals(Optional.of(true))
                && request.consent().approve(change);
    }

    private Optional<UpdateOutcome> switchOffline(AppSession session) throws CcoException {
        Receipt receipt = new ReceiptFile(session.home()).require();
        if (request.offline()
                && request.target() instanceof Target.Exactly(Version version)
                && receipt.find(version).isPresent()) {
            Receipt after = session.rollback().to(version);
            hold(session, after);
            return Optional.of(Updater.switched(session, receipt.current(), after));
        }
        return Optional.empty();
    }

    private Decision decide(AppSession session) throws CcoException {
        AppSources sources = sources(session);
        AcceptedManifest accepted = new ManifestLoader(session).load(sources);
        Receipt receipt = new ReceiptFile(session.home()).require();
        UpdatePlan plan =
                new AppPlanner(session).plan(accepted.manifest(), installed(session, receipt), request.target());
        return new Decision(sources, accepted, receipt, plan);
    }

    private AppSources sources(AppSession session) throws CcoException {
        return AppSources.configured(session.settings(), context, app, request.source());
    }

    private static Optional<Version> installed(AppSession session, Receipt receipt) {
        return Optional.of(receipt.current()).filter(session.home()::has);
    }

    private UpdateOutcome unchanged(Receipt receipt, UpdatePlan plan) throws CcoException {
        return switch (plan) {
            case UpdatePlan.UpToDate(Version current) -> new UpdateOutcome.UpToDate(app, current);
            case UpdatePlan.NotForYou held when request.target() instanceof Target.Exactly -> throw held.refusal(app);
            case UpdatePlan.NotForYou(Version version, String reason) ->
                new UpdateOutcome.HeldBack(app, receipt.current(), version, reason);
            case UpdatePlan.Change _ -> throw new IllegalStateException("a change is not carried out");
        };
    }

    private UpdateOutcome install(AppSession session, Decision decision, UpdatePlan.Change change) throws CcoException {
        Receipt after = new VersionInstaller(session, decision.sources())
                .install(
                        decision.accepted(),
                        change,
                        session.settings().updates(app).channel(),
                        Optional.empty());
        hold(session, after);
        return new UpdateOutcome.Updated(app, decision.receipt().current(), after.current());
    }

    /** A user who names a version keeps it until the hold ends. */
    private void hold(AppSession session, Receipt receipt) {
        if (request.target() instanceof Target.Exactly(Version version) && version.equals(receipt.current())) {
            new AppRecords(session).hold(version);
        }
    }
}
