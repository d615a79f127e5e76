package cco.cli.console;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How fast a transfer goes: an average in which what lies {@value #MEMORY_SECONDS} seconds back counts for about a
 * third, so that it neither flickers nor clings to the past. The first sample only sets the start: what a resumed
 * download has already was not transferred now.
 */
final class Rate {

    static final double MEMORY_SECONDS = 3;

    private static final double NANOS = 1e9;

    private boolean isNew = true;
    private long lastNanos;
    private long lastBytes;
    private OptionalDouble perSecond = OptionalDouble.empty();

    /**
     * Takes note of a moment.
     *
     * @param nanos by a clock that never goes back
     * @param bytes done until then
     */
    void sample(long nanos, long bytes) {
        double seconds = (nanos - lastNanos) / NANOS;
        if (!isNew && seconds <= 0) {
            return;
        }
        if (!isNew) {
            double now = (bytes - lastBytes) / seconds;
            double past = Math.exp(-seconds / MEMORY_SECONDS);
            perSecond = OptionalDouble.of(perSecond.orElse(now) * past + now * (1 - past));
        }
        isNew = false;
        lastNanos = nanos;
        lastBytes = bytes;
    }

    /** Whether there was no sample yet. */
    boolean isNew() {
        return isNew;
    }

    /** Bytes a second, unknown until the second sample. */
    OptionalDouble perSecond() {
        return perSecond;
    }

    /** Whole seconds until these bytes are done too, rounded up; unknown while nothing moves. */
    OptionalLong secondsFor(long bytes) {
        return perSecond.orElse(0) < 1
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil(bytes / perSecond.getAsDouble()));
    }
}
