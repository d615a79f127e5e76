package cco.cli.command;

import cco.cli.report.ExitCode;
import cco.core.background.BackgroundUpdates;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.update.InstalledApp;
import java.util.List;
import java.util.Optional;

/**
 * {@code cco update --background}, for timers: each app is looked after when it is due, and what comes of it is left
 * for the app's next command.
 */
final class BackgroundRun {

    private BackgroundRun() {}

    /** For the app that is named, or for all. */
    static ExitCode of(CommandContext session, Optional<AppName> named) throws CcoException {
        List<AppName> apps = named.isPresent()
                ? List.of(named.get())
                : session.updater().installed().apps().stream()
                        .map(InstalledApp::app)
                        .toList();
        Optional<RuntimeException> bug = Optional.empty();
        for (AppName app : apps) {
            try {
                BackgroundUpdates.of(app, session.env(), session.dirs()).runIfDue();
            } catch (RuntimeException e) {
                bug = Optional.of(e); // The next app has not failed.
            }
        }
        if (bug.isPresent()) {
            throw bug.get();
        }
        return ExitCode.OK;
    }
}
