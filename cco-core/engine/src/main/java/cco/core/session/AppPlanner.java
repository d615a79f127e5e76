package cco.core.session;

import cco.core.config.UpdateSettings;
import cco.core.error.CcoException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.ProgressListener.Warning;
import cco.core.model.Version;
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
        installed.ifPresent(version -> warn(manifest.manifest(), version));
        // The clock may have been set back since; a release must not look as if it were in the future.
        UpdatePlan plan = new Planner(policy(), manifest.lastAccepted().acceptedAt()).plan(manifest, installed, target);
        if (!session.isReadOnly()) {
            session.context().schedule(session.app()).recordCheck();
        }
        return plan;
    }

    private LocalPolicy policy() throws CcoException {
        UpdateSettings updates = session.settings().updates(session.app());
        return new LocalPolicy(
                session.context().product().platform(),
                session.context().product().version(),
                updates.channel(),
                Set.copyOf(updates.skipVersions()),
                updates.minimumAge(),
                session.memory().rolloutId().toString());
    }

    private void warn(Manifest manifest, Version installed) {
        String name = session.app() + " " + installed;
        manifest.release(installed)
                .flatMap(Release::withdrawn)
                .ifPresent(reason -> session.listener().warning(Warning.WITHDRAWN, name + " was withdrawn: " + reason));
        Optional.ofNullable(manifest.deprecations().get(installed))
                .ifPresent(notice -> session.listener().warning(Warning.DEPRECATED, name + ": " + notice));
    }
}
