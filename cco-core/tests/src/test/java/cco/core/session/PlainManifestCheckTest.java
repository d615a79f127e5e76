package cco.core.session;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.SourceException;
import cco.core.http.OfflineTransport;
import cco.core.model.LastAccepted;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.trust.GpgMode;
import cco.core.trust.ManifestMode;
import cco.core.trust.Sha256Mode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An excerpt is used only for the manifest, the keys and the version that it was made for, and only for a week. */
class PlainManifestCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final String CURRENT = "1.0.0";

    @TempDir
    private Path folder;

    private AppSession session;
    private Path excerpt;

    @BeforeEach
    void install() throws Exception {
        EngineLab lab = new EngineLab(folder);
        lab.publish(CURRENT);
        lab.install(HELLO);
        var settings = lab.context().config().settings();
        session = AppSession.open(lab.context(), HELLO, settings, new OfflineTransport());
        excerpt = session.home().excerpt();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private static ManifestMode gpg(String keyring) {
        return new GpgMode(bytes(keyring));
    }

    private static UntrustedBytes bytes(String text) {
        return new UntrustedBytes("a document", text.getBytes(StandardCharsets.UTF_8));
    }

    private PlainManifestCheck check(ManifestMode mode, Instant now, String installed) {
        return new PlainManifestCheck(
                new KeptExcerpt(session), HELLO, mode, LastAccepted.NOTHING, now, Version.of(installed));
    }

    /** A manifest with this current version, and with so many old ones. */
    private static UntrustedBytes manifest(String current, int old) {
        String release = "{ \"date\": \"2026-01-01T00:00:00Z\" }";
        return bytes("""
                { "schema": 1, "app": "hello", "serial": 7, "latest": { "stable": "%1$s" },
                  "versions": { %3$s, "1.0.0": %2$s, "1.1.0": %2$s } }""".formatted(
                        current,
                        release,
                        IntStream.range(0, old)
                                .mapToObj(number -> "\"0.1." + number + "\": " + release)
                                .collect(Collectors.joining(","))));
    }

    private static long length(UntrustedBytes document) {
        return document.bytes().length;
    }

    private static Sha256 digest(UntrustedBytes document) {
        return Sha256.of(document.bytes());
    }

    @Test
    void largeManifest_isKnownByItsDigest() throws Exception {
        UntrustedBytes large = manifest(CURRENT, 3000);
        PlainManifestCheck check = check(new Sha256Mode(), NOW, CURRENT);
        assertTrue(check.known(digest(large), length(large)).isEmpty());
        assertEquals(2, check.read(large).manifest().versions().size());
        assertEquals(
                2,
                check.known(digest(large), length(large))
                        .orElseThrow()
                        .manifest()
                        .versions()
                        .size());
        assertTrue(check.known(digest(manifest("1.1.0", 3000)), length(manifest("1.1.0", 3000)))
                .isEmpty());
        assertTrue(Files.size(excerpt) < 1000);
    }

    @Test
    void smallManifest_hasNoExcerpt() throws Exception {
        assertEquals(
                12,
                check(new Sha256Mode(), NOW, CURRENT)
                        .read(manifest(CURRENT, 10))
                        .manifest()
                        .versions()
                        .size());
        assertFalse(Files.exists(excerpt));
    }

    @Test
    void otherModeKeyringOrVersion_knowsNothing() throws Exception {
        UntrustedBytes large = manifest(CURRENT, 3000);
        check(gpg("keys"), NOW, CURRENT).read(large);
        assertTrue(check(gpg("keys"), NOW, CURRENT)
                .known(digest(large), length(large))
                .isPresent());
        assertTrue(check(gpg("other keys"), NOW, CURRENT)
                .known(digest(large), length(large))
                .isEmpty());
        assertTrue(check(new Sha256Mode(), NOW, CURRENT)
                .known(digest(large), length(large))
                .isEmpty());
        assertTrue(check(gpg("keys"), NOW, "1.1.0")
                .known(digest(large), length(large))
                .isEmpty());
    }

    @Test
    void afterAWeek_theManifestIsReadAgain() throws Exception {
        UntrustedBytes large = manifest(CURRENT, 3000);
        check(new Sha256Mode(), NOW, CURRENT).read(large);
        Instant end = NOW.plus(Duration.ofDays(7));
        assertTrue(check(new Sha256Mode(), end.minusSeconds(1), CURRENT)
                .known(digest(large), length(large))
                .isPresent());
        assertTrue(check(new Sha256Mode(), end, CURRENT)
                .known(digest(large), length(large))
                .isEmpty());
    }

    @Test
    void malformedLargeManifest_isRefused() {
        UntrustedBytes cut = bytes(new String(manifest(CURRENT, 3000).bytes(), StandardCharsets.UTF_8).substring(1));
        assertThrows(
                SourceException.class,
                () -> check(new Sha256Mode(), NOW, CURRENT).read(cut));
        assertFalse(Files.exists(excerpt));
    }
}
