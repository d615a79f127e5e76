package cco.cli.console;

import cco.core.model.ProgressListener;
import java.util.Locale;

/** Progress for scripts: an event for each phase. */
final class ProgressEvents implements ProgressListener {

    private final Console console;

    ProgressEvents(Console console) {
        this.console = console;
    }

    @Override
    public void began(Phase phase, long bytes) {
        Event event = Event.named("phase").with("phase", phase.name().toLowerCase(Locale.ROOT));
        console.event(bytes >= 0 ? event.with("bytes", bytes) : event);
    }

    @Override
    public void notice(String message) {
        console.note(message);
    }
}
