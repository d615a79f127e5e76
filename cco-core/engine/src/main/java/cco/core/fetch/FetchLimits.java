package cco.core.fetch;

import java.time.Duration;

/**
 * How slow an origin, and how long a verifier, may be before it is given up.
 *
 * @param minimumRate the fewest bytes per second, as a mean over each window
 * @param window how often the rate is looked at; the first window begins with the request
 * @param document the longest time that a whole document may take
 * @param verdict the longest time that a verifier may take
 */
public record FetchLimits(long minimumRate, Duration window, Duration document, Duration verdict) {

    private static final long MINIMUM_RATE = 4096;

    public FetchLimits {
        if (minimumRate < 1 || !window.isPositive() || !document.isPositive() || !verdict.isPositive()) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }

    /** The limits that go with a time limit of the network: 4 KiB per second over windows of that length. */
    public static FetchLimits of(Duration timeout) {
        // Not multipliedBy, which starts up all of BigDecimal for it.
        return new FetchLimits(MINIMUM_RATE, timeout, timeout.plus(timeout), Duration.ofMinutes(5));
    }

    /** The longest time for a file of this many bytes: what it takes at the minimum rate, and one window. */
    Duration archive(long size) {
        return window.plusSeconds(size / minimumRate);
    }

    long minimumPerWindow() {
        return Math.max(1, minimumRate * window.toMillis() / 1000);
    }
}
