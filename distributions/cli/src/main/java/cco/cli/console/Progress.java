package cco.cli.console;

import cco.core.model.ProgressListener;
import java.util.function.LongSupplier;

/** Chooses how progress is shown: a redrawn line, plain lines, events, or nothing. */
public final class Progress {

    private Progress() {}

    /** The listener that suits the output mode of the console. */
    public static ProgressListener on(Console console) {
        return on(console, System::nanoTime);
    }

    static ProgressListener on(Console console, LongSupplier nanoTime) {
        OutputMode mode = console.mode();
        if (mode.json()) {
            return new ProgressEvents(console);
        }
        if (mode.quiet()) {
            return ProgressListener.NONE;
        }
        return mode.redraws() ? new LiveProgress(console, nanoTime) : new PlainProgress(console);
    }
}
