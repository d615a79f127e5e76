package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.update.Inventory;
import java.util.List;

/** Does the same for several apps. */
final class ForEachApp {

    private ForEachApp() {}

    /** What is done for one of them. */
    @FunctionalInterface
    interface Task {
        ExitCode run() throws CcoException;
    }

    /** Names the apps that cannot even be read. */
    static List<ExitCode> failed(Console console, Inventory inventory) {
        inventory.unreadable().forEach(app -> console.error(ExitCode.failure(app.app(), app.reason())));
        return inventory.unreadable().stream()
                .map(app -> ExitCode.of(app.reason()))
                .toList();
    }

    /** Does it for one; its failure is told, and stops no other. */
    static ExitCode run(Console console, AppName app, Task task) {
        try {
            return task.run();
        } catch (CcoException e) {
            console.error(ExitCode.failure(app, e));
            return ExitCode.of(e);
        }
    }
}
