package cco.cli.command;

import cco.cli.console.Console;
import cco.core.error.CcoException;
import cco.core.model.AppName;

/** Does the same for several apps. */
final class Several {

    private Several() {}

    /** What is done for one of them. */
    @FunctionalInterface
    interface Task {
        ExitCode run() throws CcoException;
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
