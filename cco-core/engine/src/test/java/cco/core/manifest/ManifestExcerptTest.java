package cco.core.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.SourceException;
import cco.core.model.AppName;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestExcerptTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Version INSTALLED = Version.of("2.0.0");
    private static final Instant EXPIRES = Instant.parse("2030-01-01T00:00:00Z");
    private static final String DATE = "{ 'date': '2026-01-01T00:00:00Z' }";

    private static Optional<UntrustedBytes> excerpt(String json) {
        byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ManifestExcerpt.of("excerpt", new UntrustedBytes("manifest", bytes), INSTALLED, EXPIRES);
    }

    private static Manifest read(String json) throws SourceException {
        return ManifestReader.read(excerpt(json).orElseThrow(), HELLO);
    }

    private static String manifest(String versions) {
        return "{ 'app': 'hello', 'serial': 7, 'latest': { 'stable': '3.0.0' }, 'versions': { " + versions + " },"
                + " 'deprecation_notices': { '1.0.0': 'old', '2.0.0': 'update' } }";
    }

    @Test
    void excerpt_keepsWhatMayBeOffered() throws SourceException {
        Manifest excerpt =
                read(manifest("'10.0.0': D, '1.0.0': D, '2.0.0': D, '2.0.0-rc.1': D, '3.0.0': D".replace("D", DATE)));
        assertEquals(
                List.of("2.0.0", "3.0.0", "10.0.0"),
                excerpt.versions().keySet().stream().map(Version::toString).toList());
        assertEquals(Map.of(INSTALLED, "update"), excerpt.deprecations());
        assertEquals(List.of(Version.of("3.0.0")), List.copyOf(excerpt.latest().values()));
        assertEquals(7, excerpt.serial().orElseThrow());
    }

    @Test
    void malformedOldVersion_isNotRead() throws SourceException {
        assertEquals(
                1, read(manifest("'1.0.0': [ 1 ], '2.0.0': " + DATE)).versions().size());
    }

    @Test
    void malformedNewVersion_isRefused() {
        assertThrows(SourceException.class, () -> read(manifest("'3.0.0': [ 1 ]")));
        assertThrows(SourceException.class, () -> read(manifest("'three': " + DATE)));
    }

    @Test
    void repeatedOldVersion_isRefused() {
        assertEquals(Optional.empty(), excerpt(manifest("'1.0.0': 1, '1.0.0': 2")));
    }

    @Test
    void brokenOldVersion_isRefused() {
        assertEquals(Optional.empty(), excerpt(manifest("'1.0.0': { 'date': }")));
    }

    @Test
    void excerpt_expiresWithTheMetadata() throws SourceException {
        assertEquals(Optional.of(EXPIRES), read(manifest("")).expires());
    }

    @Test
    void excerpt_expiresWithTheManifest() throws SourceException {
        String soon = "2029-01-01T00:00:00Z";
        String json = manifest("").replace("'serial'", "'expires': '" + soon + "', 'serial'");
        assertEquals(Optional.of(Instant.parse(soon)), read(json).expires());
    }
}
