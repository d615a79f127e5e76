package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.report.ExitCode;
import cco.cli.report.OutcomeReport;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.update.InstalledApp;
import java.util.List;
import java.util.Optional;

/** {@code cco update --rollback}: switches back to the previous version, or says which one that is. */
final class RollbackRun {

    private RollbackRun() {}

    static ExitCode of(CommandContext context, AppName app, boolean dryRun) throws CcoException {
        if (dryRun) {
            plan(context.console(), context.updater().installed(app));
        } else {
            OutcomeReport.report(context.console(), context.updater().rollback(app), Optional.empty());
        }
        return ExitCode.OK;
    }

    private static void plan(Console console, InstalledApp installed) {
        Event event = Event.named("planned")
                .with("app", installed.app())
                .with("from", installed.current())
                .with("to", installed.previous());
        String app = installed.app() + " ";
        console.result(
                event,
                List.of(installed
                        .previous()
                        .map(previous -> "would roll back " + app + "from " + installed.current() + " to " + previous)
                        .orElse("no previous version of " + app + "is installed")));
    }
}
