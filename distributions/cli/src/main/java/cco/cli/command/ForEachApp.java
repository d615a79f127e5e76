package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.model.AppName;
import cco.core.update.Inventory;
import java.util.List;

/** Runs a command for several apps. */
final class ForEachApp {

    private ForEachApp() {}

    /** Reports the apps whose receipt cannot be read. */
    static List<ExitCode> failed(Console console, Inventory inventory) {
        inventory.unreadable().forEach(app -> console.error(ExitCode.failure(app.app(), app.reason())));
        return inventory.unreadable().stream()
                .map(app -> ExitCode.of(app.reason()))
                .toList();
    }

    /** Runs it for one app; a failure is reported and does not stop the others. */
    static ExitCode run(Console console, AppName app, CheckedSupplier<ExitCode, CcoException> task) {
        try {
            return task.get();
        } catch (CcoException e) {
            console.error(ExitCode.failure(app, e));
            return ExitCode.of(e);
        }
    }
}
