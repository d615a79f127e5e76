package cco.cli.console;

import cco.core.model.ProgressListener;
import java.util.function.LongSupplier;

/** Chooses how the engine's progress is shown: a line that is redrawn, plain lines, events, or not at all. */
public final class Progress {

    private Progress() {}

    /** The listener that suits the console's manner. */
    public static ProgressListener on(Console console) {
        return on(console, System::nanoTime);
    }

    static ProgressListener on(Console console, LongSupplier nanoTime) {
        OutputMode manner = console.manner();
        if (manner.json()) {
            return new ProgressEvents(console);
        }
        if (manner.quiet()) {
            return ProgressListener.NONE;
        }
        return manner.live() ? new LiveProgress(console, nanoTime) : new PlainProgress(console);
    }
}
