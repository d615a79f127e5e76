package cco.cli.command;

import cco.cli.report.ExitCode;
import cco.core.background.BackgroundUpdates;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.update.InstalledApp;
import java.util.List;
import java.util.Optional;

/**
 * {@code cco update --background}, for timers: checks each app that is due.
 *
 * <p>It prints nothing; the next command about the app reports the result.
 */
final class BackgroundRun {

    private BackgroundRun() {}

    /** Checks one app, or all of them. */
    static ExitCode of(CommandContext context, Optional<AppName> named) throws CcoException {
        List<AppName> apps = named.isPresent()
                ? List.of(named.get())
                : context.updater().installed().apps().stream()
                        .map(InstalledApp::app)
                        .toList();
        Optional<RuntimeException> bug = Optional.empty();
        for (AppName app : apps) {
            try {
                BackgroundUpdates.of(app, context.env(), context.dirs()).runIfDue();
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
