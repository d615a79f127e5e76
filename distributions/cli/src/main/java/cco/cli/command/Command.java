package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;

/** A command of cco. JCommander sets its annotated fields, which are its options. */
interface Command {

    /**
     * Takes the operands. Called once, after the options are set.
     *
     * @throws UsageException if an argument is missing, superfluous or in conflict with another
     */
    void accept(Arguments arguments) throws UsageException;

    /** Runs the command. */
    ExitCode run(CommandContext context) throws CcoException;

    /** Whether the command itself reports available updates. */
    default boolean reportsUpdates() {
        return false;
    }
}
