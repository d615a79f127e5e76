package cco.cli.console;

/**
 * Tells somebody who presses Ctrl-C, or closes the terminal, how things stand. It stops nothing and saves nothing:
 * the engine is made so that it can end at every moment.
 */
public final class InterruptNotice implements AutoCloseable {

    private final Thread hook;

    private InterruptNotice(Thread hook) {
        this.hook = hook;
    }

    /** From now until it is closed, an end of the process that comes from outside is answered with this note. */
    public static InterruptNotice toldBy(Console console, String note) {
        Thread hook = new Thread(() -> console.last(note));
        Runtime.getRuntime().addShutdownHook(hook);
        return new InterruptNotice(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException interrupted) {
            // The process is ending and has said so.
        }
    }
}
