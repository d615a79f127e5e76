package cco.core.model;

import java.time.Duration;
import java.time.Instant;

/**
 * The record of the last accepted manifest of an app, which prevents a rollback to an older one.
 *
 * @param serial the highest accepted serial, or 0 if no manifest had one
 * @param acceptedAt the latest time at which a manifest was accepted; a clock that was set back since is not believed
 */
public record LastAccepted(long serial, Instant acceptedAt) {

    /** The record before the first manifest. */
    public static final LastAccepted NOTHING = new LastAccepted(0, Instant.EPOCH);

    /** Clocks that are set by hand, or to another time zone, differ by less. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /**
     * {@return the same record at another time}
     *
     * @param time the new time of acceptance
     */
    public LastAccepted at(Instant time) {
        return new LastAccepted(serial, time);
    }

    /**
     * Returns whether the clock was far ahead once, or is far behind now, so that fresh metadata may look expired.
     *
     * @param now the current time of the system clock
     * @return true if the record is more than a day later than that
     */
    public boolean isAheadOf(Instant now) {
        return acceptedAt.isAfter(now.plus(TOLERANCE));
    }
}
