package cco.core.update;

import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import java.nio.file.Path;
import java.util.List;

/** The outcome of a request that did not fail with a {@link cco.core.error.CcoException}. */
public sealed interface UpdateOutcome {

    /** {@return the app of the request} */
    AppName app();

    /**
     * There is no newer version.
     *
     * @param app the app of the request
     * @param current the installed version, which may be newer than the channel's newest
     */
    record UpToDate(AppName app, Version current) implements UpdateOutcome {}

    /**
     * A release could be installed, but consent was not given. Nothing was downloaded.
     *
     * @param app the app of the request
     * @param change the plan, which names the installed and the offered version
     */
    record Available(AppName app, UpdatePlan.Change change) implements UpdateOutcome {}

    /**
     * A newer release is held back from this machine.
     *
     * @param app the app of the request
     * @param current the installed version, which stays
     * @param version the version of the release
     * @param reason the reason for the user: lower case, no full stop
     */
    record HeldBack(AppName app, Version current, Version version, String reason) implements UpdateOutcome {}

    /**
     * Another version was installed; the previous one is kept.
     *
     * @param app the app of the request
     * @param from the previous version
     * @param to the new version, now current
     */
    record Updated(AppName app, Version from, Version to) implements UpdateOutcome {}

    /**
     * An app was installed.
     *
     * @param app the app of the request
     * @param version the new version, now current
     * @param commands the files that start its programs, the app's own first
     */
    record Installed(AppName app, Version version, List<Path> commands) implements UpdateOutcome {
        /** Copies the commands. */
        public Installed {
            commands = List.copyOf(commands);
        }
    }

    /**
     * An installed version is current again, without a download.
     *
     * @param app the app of the request
     * @param from the version that was current
     * @param to the version that is current now, which may be older or newer
     */
    record RolledBack(AppName app, Version from, Version to) implements UpdateOutcome {}
}
