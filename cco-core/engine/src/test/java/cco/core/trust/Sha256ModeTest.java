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
    void goodManifest_isAdmittedAndRemembered() throws CcoException {
        TrustedManifest trusted = admit(Manifests.FULL, LastAccepted.NOTHING, NOW);
        assertEquals(42, trusted.manifest().serial().getAsLong());
        assertEquals("sha256", trusted.mode().id());
        assertEquals(new LastAccepted(42, NOW), trusted.memory());
    }

    @Test
    void manifestThatWasSeenBefore_isAdmittedAgain() throws CcoException {
        assertEquals(
                new LastAccepted(42, NOW),
                admit(Manifests.FULL, new LastAccepted(42, Instant.EPOCH), NOW).memory());
    }

    @Test
    void rollback_isRefused() {
        VerificationException e = refused(Manifests.FULL, new LastAccepted(43, Instant.EPOCH), NOW);
        assertTrue(e.getMessage().contains("its serial is 42, not at least 43"), e.getMessage());
    }

    @Test
    void rollbackByLeavingTheSerialOut_isRefused() {
        VerificationException e = refused(Manifests.MINIMAL, new LastAccepted(42, Instant.EPOCH), NOW);
        assertTrue(e.getMessage().contains("has no serial, but serial 42 was accepted before"), e.getMessage());
    }

    @Test
    void manifestsThatNeverHadASerial_areAdmitted() throws CcoException {
        LastAccepted memory =
                admit(Manifests.MINIMAL, LastAccepted.NOTHING, NOW).memory();
        assertEquals(new LastAccepted(0, NOW), memory);
        assertEquals(memory, admit(Manifests.MINIMAL, memory, NOW).memory());
    }

    @Test
    void freeze_isRefusedFromTheMomentOfExpiry() throws CcoException {
        admit(Manifests.FULL, LastAccepted.NOTHING, EXPIRY.minusNanos(1));
        VerificationException e = refused(Manifests.FULL, LastAccepted.NOTHING, EXPIRY.plusNanos(1));
        String told = "expired at 2026-12-31T00:00:00Z; it is 2026-12-31T00:00:00Z now";
        assertTrue(e.getMessage().endsWith(told), e.getMessage());
        refused(Manifests.FULL, LastAccepted.NOTHING, EXPIRY);
    }

    @Test
    void freezeByTurningTheClockBack_isRefused() {
        VerificationException e = refused(Manifests.FULL, new LastAccepted(42, EXPIRY), NOW);
        assertTrue(e.getMessage().contains("expired"), e.getMessage());
    }

    @Test
    void clockThatWasTurnedBack_doesNotTurnTheMemoryBack() throws CcoException {
        Instant later = NOW.plusSeconds(60);
        assertEquals(
                later,
                admit(Manifests.FULL, new LastAccepted(42, later), NOW).memory().acceptedAt());
    }

    @Test
    void manifestOfAnotherApp_isRefused() {
        VerificationException e =
                refused(Manifests.FULL.replace("\"app\": \"cco\"", "\"app\": \"hello\""), LastAccepted.NOTHING, NOW);
        assertTrue(e.getMessage().contains("belongs to the app hello, not to cco"), e.getMessage());
    }

    @Test
    void malformedManifest_isAnotherErrorThanARefusedOne() {
        assertThrows(SourceException.class, () -> admit("<html>", LastAccepted.NOTHING, NOW));
    }

    private static TrustedManifest admit(String json, LastAccepted memory, Instant now) throws CcoException {
        return new Sha256Mode().admit(Manifests.bytes(json), AppName.CCO, memory, now);
    }

    private static VerificationException refused(String json, LastAccepted memory, Instant now) {
        return assertThrows(VerificationException.class, () -> admit(json, memory, now));
    }
}
