package cco.cli.command;

import cco.cli.console.Console;
import cco.core.error.UsageException;

/** What a command needs before it does what it has shown: {@code --yes}, or a yes to a question. */
final class Confirmation {

    private Confirmation() {}

    /**
     * Whether the command may go on; if not, the user has been told that nothing was changed.
     *
     * @param task what it is about to do, such as {@code remove hello}
     * @throws UsageException if it was not said beforehand, and nobody can be asked
     */
    static boolean isGiven(boolean yes, Console console, String task, String question) throws UsageException {
        if (yes) {
            return true;
        }
        if (!console.manner().asks()) {
            throw new UsageException(
                    "cannot ask whether to " + task + " without a terminal",
                    "pass --yes to " + task + " without a question");
        }
        boolean agreed = console.confirm(question);
        if (!agreed) {
            console.note("nothing changed");
        }
        return agreed;
    }
}
