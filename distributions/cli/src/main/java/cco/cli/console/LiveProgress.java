package cco.cli.console;

import cco.core.model.ProgressListener;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Progress on a terminal: one line, redrawn at most ten times a second. */
final class LiveProgress implements ProgressListener {

    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    private final Console console;
    private final LongSupplier nanoTime;
    private long total;
    private long drawnAt;
    private Rate rate = new Rate();

    LiveProgress(Console console, LongSupplier nanoTime) {
        this.console = console;
        this.nanoTime = nanoTime;
    }

    @Override
    public void began(Phase phase, long bytes) {
        total = bytes;
        rate = new Rate();
        draw(phase, 0, nanoTime.getAsLong());
    }

    @Override
    public void advanced(Phase phase, long done) {
        long now = nanoTime.getAsLong();
        if (rate.isNew()) {
            rate.sample(now, done);
        }
        if (now - drawnAt >= PAUSE) {
            rate.sample(now, done);
            draw(phase, done, now);
        }
    }

    @Override
    public void notice(String message) {
        console.note(message);
    }

    private void draw(Phase phase, long done, long now) {
        // The last column stays empty: some terminals wrap when it is filled.
        int width = console.mode().width() - 1;
        console.draw(new ProgressLine(phase, done, total, rate).fit(width));
        drawnAt = now;
    }
}
