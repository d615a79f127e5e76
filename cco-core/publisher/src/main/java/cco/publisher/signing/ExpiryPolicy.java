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
 * For how many days each role's metadata is good from the moment it is signed. A short life of the timestamp is what a
 * frozen mirror is noticed by; a long one of the others is what spares the publisher's evenings.
 */
public record ExpiryPolicy(int root, int targets, int snapshot, int timestamp) {

    /** A year for the root, half a year for a release, a month and a week for what a scheduled job renews. */
    public static final ExpiryPolicy DEFAULT = new ExpiryPolicy(365, 180, 30, 7);

    private static final int LONGEST = 3650;

    /** Refuses what is no number of days. */
    public ExpiryPolicy requireSensible() throws UsageException {
        for (int days : new int[] {root, targets, snapshot, timestamp}) {
            if (days < 1 || days > LONGEST) {
                throw new UsageException(
                        "metadata cannot be good for " + days + " days", "choose from 1 to " + LONGEST + " days");
            }
        }
        return this;
    }

    /** RFC 3339 has fractions of a second, but not every client of TUF reads them. */
    Instant expiry(RoleName role, Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).plus(of(role));
    }

    /** Half of the life is left for what is renewed too late. */
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
