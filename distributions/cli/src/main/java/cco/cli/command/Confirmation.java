package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.DefaultAnswer;
import cco.core.error.UsageException;

/** Asks before a command does something that is hard to undo. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Whether the command may continue; if not, this notes that nothing changed.
     *
     * @param task what the command does, such as {@code remove hello}
     * @throws UsageException without {@code --yes} and without a terminal
     */
    static boolean isGiven(boolean yes, Console console, String task, String question) throws UsageException {
        if (yes) {
            return true;
        }
        if (!console.mode().asks()) {
            throw new UsageException(
                    "cannot ask whether to " + task + " without a terminal",
                    "pass --yes to " + task + " without a question");
        }
        boolean agreed = console.confirm(question, DefaultAnswer.NO);
        if (!agreed) {
            console.note("nothing changed");
        }
        return agreed;
    }
}
