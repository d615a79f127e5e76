package cco.core.update;

import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import java.nio.file.Path;

/** The outcome of a request that did not fail with a {@link cco.core.error.CcoException}. */
public sealed interface UpdateOutcome {

    /** The app of the request. */
    AppName app();

    /** There is no newer version. */
    record UpToDate(AppName app, Version current) implements UpdateOutcome {}

    /** A release could be installed, but consent was not given. Nothing was downloaded. */
    record Available(AppName app, UpdatePlan.Change change) implements UpdateOutcome {}

    /** A newer release is held back from this machine. */
    record HeldBack(AppName app, Version current, Version version, String reason) implements UpdateOutcome {}

    /** Another version was installed; the previous one is kept. */
    record Updated(AppName app, Version from, Version to) implements UpdateOutcome {}

    /**
     * An app was installed.
     *
     * @param command the file that starts the app
     */
    record Installed(AppName app, Version version, Path command) implements UpdateOutcome {}

    /** An installed version is current again, without a download. */
    record RolledBack(AppName app, Version from, Version to) implements UpdateOutcome {}
}
