package cco.core.fetch;

import java.time.Duration;

/**
 * Time limits for origins and verifiers.
 *
 * @param minimumRate bytes per second, as a mean over each window
 * @param window how often the rate is checked; the first window starts with the request
 * @param document the longest time for a whole document
 * @param verdict the longest time for a verifier
 */
public record FetchLimits(long minimumRate, Duration window, Duration document, Duration verdict) {

    private static final long MINIMUM_RATE = 4096;

    public FetchLimits {
        if (minimumRate < 1 || !window.isPositive() || !document.isPositive() || !verdict.isPositive()) {
            throw new IllegalArgumentException("a limit must be positive");
        }
    }

    /** The limits for a network timeout: 4 KiB per second over windows of that length. */
    public static FetchLimits of(Duration timeout) {
        // Not multipliedBy, which initializes BigDecimal.
        return new FetchLimits(MINIMUM_RATE, timeout, timeout.plus(timeout), Duration.ofMinutes(5));
    }

    /** The longest time for a file of this size: its time at the minimum rate, and one window. */
    Duration archive(long size) {
        return window.plusSeconds(size / minimumRate);
    }

    long minimumPerWindow() {
        return Math.max(1, minimumRate * window.toMillis() / 1000);
    }
}
