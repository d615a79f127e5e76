package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;

/** One thing that cco does. JCommander sets its options, which are its annotated fields. */
interface Command {

    /**
     * Takes the words that are no options. Called once, after the options are set.
     *
     * @throws UsageException if something is missing, too much, or contradicts something else
     */
    void accept(Arguments arguments) throws UsageException;

    /** Does it. */
    ExitCode run(CommandContext session) throws CcoException;

    /** Whether it tells of updates itself, so that nothing else has to be said of them. */
    default boolean tellsOfUpdates() {
        return false;
    }
}
