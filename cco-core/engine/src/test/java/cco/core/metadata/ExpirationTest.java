package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.EXPIRY;
import static cco.core.metadata.RepositorySimulator.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.VerificationException;
import cco.core.model.UtcTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expired metadata is refused, but still prevents rollbacks, and an expired root may lead to a newer one. */
class ExpirationTest extends MetadataLab {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void expiredRoot_isStoredButEndsTheRefresh() throws Exception {
        client.refresh();
        expire("root", NOW.minus(WEEK));
        repository.publish("root", "timestamp");

        client.refuses("2.root.json expired at 2026-05-25 12:00 UTC; it is 2026-06-01 12:00 UTC now");

        assertEquals(2, client.version("root"));
        assertEquals(1, client.version("timestamp"));
    }

    @Test
    void expiredIntermediateRoot_isAccepted() throws Exception {
        expire("root", NOW.minus(WEEK));
        repository.publish("root");
        expire("root", EXPIRY);
        repository.publish("root");

        client.refresh();

        assertEquals(3, client.version("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot", "targets"})
    void expiredRole_isRefusedAndNotStored(String role) throws Exception {
        client.refresh();
        expire(role, NOW.minus(WEEK));
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses(role + ".json expired at 2026-05-25 12:00 UTC");

        assertEquals(1, client.version(role));
    }

    /** The stored timestamp is the user's own file, and the mirror that serves it again is to blame. */
    @Test
    void timestampOfAFrozenMirror_isNamedByItsSource() throws Exception {
        expire("timestamp", NOW.plus(WEEK));
        repository.publish("timestamp");
        client.refresh();
        client.now = NOW.plus(WEEK.multipliedBy(2));

        client.refuses("mirror/timestamp.json expired at 2026-06-08 12:00 UTC");
    }

    @Test
    void expiredStoredRoot_isNamedByItsSource() throws Exception {
        client.refresh();
        client.now = EXPIRY;

        VerificationException refusal = assertThrows(VerificationException.class, client::refresh);

        assertTrue(refusal.getMessage().startsWith("1.root.json expired"), refusal.getMessage());
    }

    @Test
    void timeOfExpiry_isTooLate() throws Exception {
        client.now = EXPIRY.minusNanos(1);
        client.refresh();
        client.now = EXPIRY;

        client.refuses("expired at " + UtcTime.minute(EXPIRY));
    }

    @Test
    void expiredStoredMetadata_isReplaced() throws Exception {
        expire("timestamp", NOW.plus(WEEK));
        repository.publish("timestamp");
        client.refresh();
        expire("timestamp", EXPIRY);
        repository.publish("targets", "snapshot", "timestamp");
        client.now = NOW.plus(WEEK.multipliedBy(2));

        client.refresh();

        assertEquals(3, client.version("timestamp"));
        assertEquals(2, client.version("targets"));
    }

    @Test
    void expiredStoredTimestamp_preventsRollback() throws Exception {
        expire("timestamp", NOW.plus(WEEK));
        repository.publish("timestamp");
        client.refresh();
        expire("timestamp", EXPIRY);
        repository.metadata.get("timestamp").put("version", 1L);
        repository.republish("timestamp");
        client.now = NOW.plus(WEEK.multipliedBy(2));

        client.refuses("goes back to version 1 of timestamp");
    }

    @Test
    void expiredDelegatedRole_isRefusedAndNotStored() throws Exception {
        delegate(NOW.minus(WEEK));

        assertTrue(refusal("path/first").getMessage().contains("delegated.json expired"));

        assertEquals(2, client.version("targets"));
        assertEquals(0, client.version("delegated"));
    }

    @Test
    void expiredStoredDelegatedRole_isNotUsed() throws Exception {
        delegate(NOW.plus(WEEK));
        assertTrue(client.find("path/first").isPresent());
        client.now = NOW.plus(WEEK.multipliedBy(2));

        assertTrue(refusal("path/second").getMessage().contains("delegated.json expired"));
    }

    @Test
    void expiredStoredDelegatedRole_isReplaced() throws Exception {
        delegate(NOW.plus(WEEK));
        assertTrue(client.find("path/first").isPresent());
        expire("delegated", EXPIRY);
        repository.publish("delegated", "snapshot", "timestamp");
        client.now = NOW.plus(WEEK.multipliedBy(2));

        assertTrue(client.find("path/second").isPresent());
        assertEquals(2, client.version("delegated"));
    }

    private void delegate(Instant expiry) {
        repository.delegate("targets", "delegated", "path/*");
        repository.addTarget("delegated", "path/first", "first");
        repository.addTarget("delegated", "path/second", "second");
        expire("delegated", expiry);
        repository.publish("delegated", "targets", "snapshot", "timestamp");
    }

    private VerificationException refusal(String path) {
        return assertThrows(VerificationException.class, () -> client.find(path));
    }

    private void expire(String role, Instant expiry) {
        repository.metadata.get(role).put("expires", expiry.toString());
    }
}
