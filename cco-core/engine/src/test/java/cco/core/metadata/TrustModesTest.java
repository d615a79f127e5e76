package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.Platform;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.trust.GpgMode;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustedManifest;
import cco.core.trust.TufMode;
import cco.core.tuf.TargetFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each trust mode does not withstand, and that the mode {@code tuf} does. */
class TrustModesTest extends MetadataLab {

    private static final AppName HELLO = new AppName("hello");
    private static final String MANIFEST = "version-manifest.json";
    private static final String GENUINE = "a".repeat(64);
    private static final String MALWARE = "b".repeat(64);

    @BeforeEach
    void publish() {
        repository.addTarget("targets", MANIFEST, manifest(7, GENUINE));
        repository.publish("targets", "snapshot", "timestamp");
    }

    /** A manifest without {@code expires}. */
    private static String manifest(long serial, String archive) {
        return """
                { "app": "hello", "serial": %d, "latest": { "stable": "1.0.0" },
                  "versions": { "1.0.0": { "date": "2026-01-01T00:00:00Z", "platforms": { "linux-x86_64": {
                      "url": "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz", "sha256": "%s", "size": 1 } } } } }
                """.formatted(serial, archive);
    }

    private static UntrustedBytes bytes(String manifest) {
        return new UntrustedBytes(MANIFEST, manifest.getBytes(StandardCharsets.UTF_8));
    }

    private static LastAccepted seen(long serial) {
        return new LastAccepted(serial, RepositorySimulator.NOW);
    }

    private static String archive(TrustedManifest trusted) {
        return trusted.manifest()
                .release(Version.of("1.0.0"))
                .orElseThrow()
                .platforms()
                .get(new Platform("linux-x86_64"))
                .file()
                .sha256()
                .hex();
    }

    private TrustedManifest tuf(String manifest, LastAccepted memory, Instant now) throws CcoException {
        client.now = now;
        TargetFile target = client.find(MANIFEST).orElseThrow();
        TufMode mode = new TufMode(
                new UntrustedBytes("root", repository.published.get("root").getFirst()));
        return mode.accept(bytes(manifest), target, HELLO, memory, now);
    }

    @Test
    void onlyTuf_withstandsACompromisedHost() throws CcoException {
        Instant now = RepositorySimulator.NOW;
        String hacked = manifest(8, MALWARE);

        assertEquals(MALWARE, archive(new Sha256Mode().accept(bytes(hacked), HELLO, seen(7), now)));
        assertEquals(GENUINE, archive(tuf(manifest(7, GENUINE), seen(7), now)));
        assertThrows(VerificationException.class, () -> tuf(hacked, seen(7), now));
    }

    /** A thief of both keys signs the highest serial; once both are rotated, the next release counts again. */
    @Test
    void tuf_highestSerialByAThief_endsWithRotation() throws CcoException {
        LastAccepted seen = tuf(manifest(Long.MAX_VALUE, GENUINE), Long.MAX_VALUE);
        for (String role : List.of("targets", "snapshot", "timestamp")) {
            repository.rotateKeys(role);
        }
        repository.publish("root");
        repository.addTarget("targets", MANIFEST, manifest(8, GENUINE));
        repository.publish("targets", "snapshot", "timestamp");

        LastAccepted healed =
                tuf(manifest(8, GENUINE), seen, RepositorySimulator.NOW).lastAccepted();

        assertEquals(8, healed.serial());
    }

    /** The serial orders nothing in mode tuf, but older metadata is refused by its version. */
    @Test
    void tuf_rollbackOfTheManifest_isRefused() throws CcoException {
        tuf(manifest(8, GENUINE), 8);
        repository.published.get("timestamp").removeLast();

        client.refuses("goes back to version 2 of timestamp");
    }

    private LastAccepted tuf(String manifest, long serial) throws CcoException {
        repository.addTarget("targets", MANIFEST, manifest);
        repository.publish("targets", "snapshot", "timestamp");
        LastAccepted accepted = tuf(manifest, seen(7), RepositorySimulator.NOW).lastAccepted();
        assertEquals(serial, accepted.serial());
        return accepted;
    }

    /** Without rotation, nothing but the serial orders manifests in modes gpg and sha256. */
    @Test
    void gpgAndSha256_rollback_isRefused() {
        String old = manifest(6, GENUINE);
        GpgMode gpg = new GpgMode(new UntrustedBytes(GpgMode.KEYRING, new byte[0]));
        Instant now = RepositorySimulator.NOW;

        assertThrows(VerificationException.class, () -> gpg.accept(bytes(old), HELLO, seen(7), now));
        assertThrows(VerificationException.class, () -> new Sha256Mode().accept(bytes(old), HELLO, seen(7), now));
    }

    @Test
    void onlyTuf_withstandsAFreeze() throws CcoException {
        Instant later = RepositorySimulator.NOW.plus(Duration.ofDays(1000));
        String frozen = manifest(7, GENUINE);
        GpgMode gpg = new GpgMode(new UntrustedBytes(GpgMode.KEYRING, new byte[0]));

        assertEquals(GENUINE, archive(gpg.accept(bytes(frozen), HELLO, seen(7), later)));
        assertEquals(GENUINE, archive(new Sha256Mode().accept(bytes(frozen), HELLO, seen(7), later)));
        VerificationException refusal = assertThrows(VerificationException.class, () -> tuf(frozen, seen(7), later));
        assertTrue(refusal.getMessage().contains("expired"), refusal.getMessage());
    }

    @Test
    void onlyTuf_withstandsAnOldManifestOnANewMachine() throws CcoException {
        Instant later = RepositorySimulator.EXPIRY.plusSeconds(1);
        String old = manifest(1, GENUINE);
        GpgMode gpg = new GpgMode(new UntrustedBytes(GpgMode.KEYRING, new byte[0]));

        assertEquals(GENUINE, archive(gpg.accept(bytes(old), HELLO, LastAccepted.NOTHING, later)));
        assertEquals(GENUINE, archive(new Sha256Mode().accept(bytes(old), HELLO, LastAccepted.NOTHING, later)));
        assertThrows(VerificationException.class, () -> tuf(manifest(7, GENUINE), LastAccepted.NOTHING, later));
    }
}
