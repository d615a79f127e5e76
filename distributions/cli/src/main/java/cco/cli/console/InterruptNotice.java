package cco.cli.console;

/**
 * Prints a note when the user presses Ctrl-C or closes the terminal.
 *
 * <p>It has nothing to stop or save: the engine can be killed at any moment.
 */
public final class InterruptNotice implements AutoCloseable {

    private final Thread hook;

    private InterruptNotice(Thread hook) {
        this.hook = hook;
    }

    /** Says how to continue if the process is interrupted before this is closed: the same command does. */
    public static InterruptNotice toContinue(Console console) {
        return on(console, "interrupted; run the same command again to continue");
    }

    /** Prints the note if the process is interrupted before this is closed. */
    public static InterruptNotice on(Console console, String note) {
        Thread hook = new Thread(() -> console.lastNote(note));
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNotice(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // The process is already ending.
        }
    }
}
