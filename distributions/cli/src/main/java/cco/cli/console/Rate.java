package cco.cli.console;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The speed of a transfer, as an exponentially weighted moving average.
 *
 * <p>A sample loses two thirds of its weight in {@value #MEMORY_SECONDS} seconds. The first sample only sets the start,
 * because a resumed download begins with bytes from an earlier run.
 */
final class Rate {

    static final double MEMORY_SECONDS = 3;

    private static final double NANOS = 1e9;

    private boolean isNew = true;
    private long lastNanos;
    private long lastBytes;
    private OptionalDouble perSecond = OptionalDouble.empty();

    /**
     * Adds a sample.
     *
     * @param nanos the time on a monotonic clock
     * @param bytes the number of bytes at that time
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

    /** Whether there is no sample yet. */
    boolean isNew() {
        return isNew;
    }

    /** Bytes per second; unknown until the second sample. */
    OptionalDouble perSecond() {
        return perSecond;
    }

    /** Seconds left for these bytes, rounded up; unknown while nothing moves. */
    OptionalLong secondsFor(long bytes) {
        return perSecond.orElse(0) < 1
                ? OptionalLong.empty()
                : OptionalLong.of((long) Math.ceil(bytes / perSecond.getAsDouble()));
    }
}
