package cco.publisher.signing;

import cco.core.error.UsageException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.tuf.RoleName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The number of days for which each role's metadata is valid after it is signed. The timestamp's should be short,
 * because clients notice a frozen mirror when it expires; the others' can be long, which saves the publisher work.
 */
public record ExpiryPolicy(int root, int targets, int snapshot, int timestamp) {

    /** A year for the root, half a year for targets, a month and a week for what a scheduled job renews. */
    public static final ExpiryPolicy DEFAULT = new ExpiryPolicy(365, 180, 30, 7);

    private static final int MAX_DAYS = 3650;

    /** Requires numbers of days within the limits. */
    public ExpiryPolicy requireValid() throws UsageException {
        for (int days : new int[] {root, targets, snapshot, timestamp}) {
            if (days < 1 || days > MAX_DAYS) {
                throw new UsageException(
                        "metadata cannot be valid for " + days + " days", "choose from 1 to " + MAX_DAYS + " days");
            }
        }
        return this;
    }

    /** The expiry date, in whole seconds, because some TUF clients do not read fractions. */
    Instant expiry(RoleName role, Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plus(of(role));
    }

    /** Whether less than half of the validity is left. */
    boolean isDue(RoleName role, Instant expires, Instant now) {
        return !now.plus(of(role).dividedBy(2)).isBefore(expires);
    }

    private Duration of(RoleName role) {
        return Duration.ofDays(
                switch (role.value()) {
                    case "root" -> root;
                    case "targets" -> targets;
                    case "snapshot" -> snapshot;
                    default -> timestamp;
                });
    }

    Map<String, Object> json() {
        Map<String, Object> days = new LinkedHashMap<>();
        days.put("root", root);
        days.put("targets", targets);
        days.put("snapshot", snapshot);
        days.put("timestamp", timestamp);
        return days;
    }

    static ExpiryPolicy read(JsonObject json) throws JsonException {
        return new ExpiryPolicy(
                (int) json.whole("root"), (int) json.whole("targets"), (int) json.whole("snapshot"), (int)
                        json.whole("timestamp"));
    }
}
