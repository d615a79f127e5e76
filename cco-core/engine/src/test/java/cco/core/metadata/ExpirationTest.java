package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.EXPIRY;
import static cco.core.metadata.RepositorySimulator.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.VerificationException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What has expired is not accepted; but it still keeps older things out, and a newer root may follow it. */
class ExpirationTest extends MetadataLab {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void expiredRoot_isKeptButEndsTheRefresh() throws Exception {
        client.refresh();
        expire("root", NOW.minus(WEEK));
        repository.publish("root", "timestamp");

        client.refuses("2.root.json expired at 2026-05-25T12:00:00Z; it is 2026-06-01T12:00:00Z now");

        assertEquals(2, client.version("root"));
        assertEquals(1, client.version("timestamp"));
    }

    @Test
    void expiredRootOnTheWay_isNoObstacle() throws Exception {
        expire("root", NOW.minus(WEEK));
        repository.publish("root");
        expire("root", EXPIRY);
        repository.publish("root");

        client.refresh();

        assertEquals(3, client.version("root"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "snapshot", "targets"})
    void expiredRole_isRefusedAndNotKept(String role) throws Exception {
        client.refresh();
        expire(role, NOW.minus(WEEK));
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses(role + ".json expired at 2026-05-25T12:00:00Z");

        assertEquals(1, client.version(role));
    }

    @Test
    void momentOfExpiry_isTooLate() throws Exception {
        client.now = EXPIRY.minusNanos(1);
        client.refresh();
        client.now = EXPIRY;

        client.refuses("expired at " + EXPIRY);
    }

    @Test
    void expiredLocalMetadata_leadsToNewer() throws Exception {
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
    void expiredLocalTimestamp_stillKeepsOlderOnesOut() throws Exception {
        expire("timestamp", NOW.plus(WEEK));
        repository.publish("timestamp");
        client.refresh();
        expire("timestamp", EXPIRY);
        repository.said.get("timestamp").put("version", 1L);
        repository.republish("timestamp");
        client.now = NOW.plus(WEEK.multipliedBy(2));

        client.refuses("goes back to version 1 of timestamp");
    }

    @Test
    void expiredDelegatedRole_isRefusedAndNotKept() throws Exception {
        delegate(NOW.minus(WEEK));

        assertTrue(refusal("path/first").getMessage().contains("delegated.json expired"));

        assertEquals(2, client.version("targets"));
        assertEquals(0, client.version("delegated"));
    }

    @Test
    void delegatedRoleThatExpiredInTheStore_isNotUsedAnyLonger() throws Exception {
        delegate(NOW.plus(WEEK));
        assertTrue(client.find("path/first").isPresent());
        client.now = NOW.plus(WEEK.multipliedBy(2));

        assertTrue(refusal("path/second").getMessage().contains("delegated.json expired"));
    }

    @Test
    void delegatedRoleThatExpiredInTheStore_isReplacedByANewerOne() throws Exception {
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
        repository.said.get(role).put("expires", expiry.toString());
    }
}
