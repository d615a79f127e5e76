package cco.core.update;

import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import java.nio.file.Path;

/** How a request ended, if it did not end in a {@link cco.core.error.CcoException}. */
public sealed interface UpdateOutcome {

    /** The app that was asked for. */
    AppName app();

    /** Nothing to do: the installed version is the newest that the channel has, or newer. */
    record UpToDate(AppName app, Version current) implements UpdateOutcome {}

    /** A release exists that could be installed, and consent was not given: nothing was downloaded. */
    record Available(AppName app, UpdatePlan.Change change) implements UpdateOutcome {}

    /** A release exists, but it is held back from this installation. */
    record HeldBack(AppName app, Version current, Version version, String reason) implements UpdateOutcome {}

    /** Another version is current now; the one before is kept. */
    record Updated(AppName app, Version from, Version to) implements UpdateOutcome {}

    /**
     * A new app is installed.
     *
     * @param command the file that the user can start from now on
     */
    record Installed(AppName app, Version version, Path command) implements UpdateOutcome {}

    /** An installed version was made current again, without any download. */
    record RolledBack(AppName app, Version from, Version to) implements UpdateOutcome {}
}
