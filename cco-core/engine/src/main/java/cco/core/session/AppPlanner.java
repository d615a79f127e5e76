package cco.core.session;

import cco.core.config.UpdateSettings;
import cco.core.error.CcoException;
import cco.core.install.HoldFile;
import cco.core.install.QuarantineFile;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.ProgressListener.Warning;
import cco.core.model.Version;
import cco.core.plan.ChannelScope;
import cco.core.plan.LocalPolicy;
import cco.core.plan.Planner;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.trust.TrustedManifest;
import java.util.Optional;
import java.util.Set;

/** Plans updates of one app by the settings of this machine, and records that the app was checked. */
public final class AppPlanner {

    private final AppSession session;

    /** A planner for the app of a session. */
    public AppPlanner(AppSession session) {
        this.session = session;
    }

    /**
     * Plans what a manifest means here, and warns if the installed version is withdrawn or deprecated.
     *
     * @param installed the current version, or nothing for a new app
     */
    public UpdatePlan plan(TrustedManifest manifest, Optional<Version> installed, Target target) throws CcoException {
        // The clock may have been set back since; a release must not look as if it were in the future.
        Planner planner = new Planner(policy(installed), manifest.lastAccepted().acceptedAt());
        UpdatePlan plan = planner.plan(manifest, installed, target);
        if (installed.isPresent()) {
            warn(
                    manifest.manifest(),
                    installed.get(),
                    isOnTheWay(plan, target) ? "" : wayOut(planner, manifest, installed.get(), plan));
        }
        if (session.home().isWritable()) {
            session.context().schedule(session.app()).recordCheck();
        }
        return plan;
    }

    /** A user who names another version needs no advice; without the name, the update may lead elsewhere. */
    private static boolean isOnTheWay(UpdatePlan plan, Target target) {
        return plan instanceof UpdatePlan.Change && target instanceof Target.Exactly;
    }

    /** How a user can leave a withdrawn version. */
    private String wayOut(Planner planner, TrustedManifest manifest, Version installed, UpdatePlan plan) {
        String command = "cco update" + (session.app().equals(AppName.CCO) ? "" : " " + session.app());
        if (plan instanceof UpdatePlan.Change) {
            return "; run `" + command + "` to leave it";
        }
        return planner.alternative(manifest, installed)
                .map(version -> "; run `" + command + " --version " + version + "` to leave it")
                .orElse("");
    }

    private LocalPolicy policy(Optional<Version> installed) throws CcoException {
        UpdateSettings updates = session.settings().updates(session.app());
        return new LocalPolicy(
                session.context().product().platform(),
                session.context().product().version(),
                updates.channel(),
                updates.strictChannel() ? ChannelScope.ONLY_THIS : ChannelScope.INCLUDE_MORE_STABLE,
                Set.copyOf(updates.skipVersions()),
                updates.minimumAge(),
                session.memory().rolloutId().toString(),
                new HoldFile(session.home()).read(installed),
                new QuarantineFile(session.home()).read());
    }

    private void warn(Manifest manifest, Version installed, String wayOut) {
        String name = session.app() + " " + installed;
        manifest.release(installed)
                .flatMap(Release::withdrawn)
                .ifPresent(reason ->
                        session.listener().warning(Warning.WITHDRAWN, name + " was withdrawn: " + reason + wayOut));
        Optional.ofNullable(manifest.deprecations().get(installed))
                .ifPresent(notice -> session.listener().warning(Warning.DEPRECATED, name + ": " + notice));
    }
}
