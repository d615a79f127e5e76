package cco.core.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.manifest.Manifests;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class Sha256ModeTest {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Instant EXPIRY = Instant.parse("2026-12-31T00:00:00Z");

    @Test
    void goodManifest_isAcceptedAndRecorded() throws CcoException {
        TrustedManifest trusted = accept(Manifests.FULL, LastAccepted.NOTHING, NOW);
        assertEquals(42, trusted.manifest().serial().getAsLong());
        assertEquals("sha256", trusted.mode().id());
        assertEquals(new LastAccepted(42, NOW), trusted.lastAccepted());
    }

    @Test
    void sameManifest_isAcceptedAgain() throws CcoException {
        assertEquals(
                new LastAccepted(42, NOW),
                accept(Manifests.FULL, new LastAccepted(42, Instant.EPOCH), NOW).lastAccepted());
    }

    @Test
    void rollback_isRefused() {
        VerificationException e = refused(Manifests.FULL, new LastAccepted(43, Instant.EPOCH), NOW);
        assertTrue(e.getMessage().contains("its serial is 42, not at least 43"), e.getMessage());
    }

    @Test
    void rollbackWithoutSerial_isRefused() {
        VerificationException e = refused(Manifests.MINIMAL, new LastAccepted(42, Instant.EPOCH), NOW);
        assertTrue(e.getMessage().contains("has no serial, but serial 42 was accepted before"), e.getMessage());
    }

    @Test
    void manifestsWithoutSerial_areAccepted() throws CcoException {
        LastAccepted memory =
                accept(Manifests.MINIMAL, LastAccepted.NOTHING, NOW).lastAccepted();
        assertEquals(new LastAccepted(0, NOW), memory);
        assertEquals(memory, accept(Manifests.MINIMAL, memory, NOW).lastAccepted());
    }

    @Test
    void freeze_isRefusedAfterExpiry() throws CcoException {
        accept(Manifests.FULL, LastAccepted.NOTHING, EXPIRY.minusNanos(1));
        VerificationException e = refused(Manifests.FULL, LastAccepted.NOTHING, EXPIRY.plusNanos(1));
        String message = "expired at 2026-12-31 00:00 UTC; it is 2026-12-31 00:00 UTC now";
        assertTrue(e.getMessage().endsWith(message), e.getMessage());
        refused(Manifests.FULL, LastAccepted.NOTHING, EXPIRY);
    }

    @Test
    void freezeWithClockSetBack_isRefused() {
        VerificationException e = refused(Manifests.FULL, new LastAccepted(42, EXPIRY), NOW);
        assertTrue(e.getMessage().contains("expired"), e.getMessage());
    }

    @Test
    void clockSetBack_keepsTheLatestTime() throws CcoException {
        Instant later = NOW.plusSeconds(60);
        assertEquals(
                later,
                accept(Manifests.FULL, new LastAccepted(42, later), NOW)
                        .lastAccepted()
                        .acceptedAt());
    }

    @Test
    void manifestOfAnotherApp_isRefused() {
        VerificationException e =
                refused(Manifests.FULL.replace("\"app\": \"cco\"", "\"app\": \"hello\""), LastAccepted.NOTHING, NOW);
        assertTrue(e.getMessage().contains("belongs to the app hello, not to cco"), e.getMessage());
    }

    @Test
    void malformedManifest_isNotAnAttack() {
        assertThrows(SourceException.class, () -> accept("<html>", LastAccepted.NOTHING, NOW));
    }

    private static TrustedManifest accept(String json, LastAccepted memory, Instant now) throws CcoException {
        return new Sha256Mode().accept(Manifests.bytes(json), AppName.CCO, memory, now);
    }

    private static VerificationException refused(String json, LastAccepted memory, Instant now) {
        return assertThrows(VerificationException.class, () -> accept(json, memory, now));
    }
}
