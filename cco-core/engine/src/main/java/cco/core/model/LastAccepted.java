package cco.core.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known from the last time that a manifest of this app was accepted: the protection against being shown an old
 * one again.
 *
 * @param serial the highest serial that was accepted, or 0 if no manifest had one
 * @param acceptedAt the latest moment at which a manifest was accepted; a clock that was set back since is not believed
 */
public record LastAccepted(long serial, Instant acceptedAt) {

    /** No manifest was ever accepted. */
    public static final LastAccepted NOTHING = new LastAccepted(0, Instant.EPOCH);

    /** Clocks that are set by hand, or to another zone, differ by less. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /** Whether the clock was so far ahead once, or is so far behind now, that what is fresh may count as expired. */
    public boolean isAheadOf(Instant now) {
        return acceptedAt.isAfter(now.plus(TOLERANCE));
    }
}
