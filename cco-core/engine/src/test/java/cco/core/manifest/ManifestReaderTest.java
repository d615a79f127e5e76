package cco.core.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.SourceException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Printable;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

    private static final Version V3 = Version.of("0.3.0");
    private static final Platform LINUX = new Platform("linux-x86_64");

    @Test
    void wholeFormat_isRead() throws SourceException {
        Manifest manifest = read(Manifests.bytes(Manifests.FULL));
        assertEquals(AppName.CCO, manifest.app());
        assertEquals(OptionalLong.of(42), manifest.serial());
        assertEquals(Optional.of(Instant.parse("2026-12-31T00:00:00Z")), manifest.expires());
        assertEquals(V3, manifest.latest().get(Channel.STABLE));
        assertEquals(Version.of("0.4.0-beta.1"), manifest.latest().get(new Channel("beta")));
        assertEquals("Please upgrade to 0.2.0 or later", manifest.deprecations().get(Version.of("0.1.0")));
        Release release = manifest.release(V3).orElseThrow();
        assertEquals(Instant.parse("2024-01-15T10:00:00Z"), release.date());
        assertEquals(Optional.of(Version.of("0.1.0")), release.minimumUpdater());
        assertEquals(Optional.of(new Rollout(25, "s")), release.rollout());
        assertEquals(Optional.of("reason, if it was pulled"), release.withdrawn());
        Archive archive = release.platforms().get(LINUX);
        assertEquals("v0.3.0/cco-v0.3.0-linux-x86_64.tar.gz", archive.file().path());
        assertEquals("a".repeat(64), archive.file().sha256().hex());
        assertEquals(2912345, archive.file().size());
        assertEquals(
                "v0.3.0/cco-v0.3.0-linux-x86_64.files.json",
                archive.list().orElseThrow().path());
    }

    @Test
    void deltas_areRead() throws SourceException {
        String sha256 = "c".repeat(64);
        String valid = Manifests.FULL.replace(
                "\"url\": \"…\", \"sha256\": \"…\"", "\"url\": \"v0.3.0/a.delta\", \"sha256\": \"" + sha256 + "\"");
        Archive archive = read(Manifests.bytes(valid))
                .release(V3)
                .orElseThrow()
                .platforms()
                .get(LINUX);
        RepositoryFile file = new RepositoryFile("v0.3.0/a.delta", new Sha256(sha256), 1);
        assertEquals(Optional.of(new Delta(Version.of("0.2.0"), file)), archive.deltaFrom(Version.of("0.2.0")));
        assertEquals(Optional.empty(), archive.deltaFrom(V3));
    }

    @Test
    void malformedDelta_countsAsAbsent() throws SourceException {
        Archive archive = read(Manifests.bytes(Manifests.FULL))
                .release(V3)
                .orElseThrow()
                .platforms()
                .get(LINUX);
        assertEquals(List.of(), archive.deltas());
    }

    private static List<RepositoryFile> alternates(String json) throws SourceException {
        String valid = Manifests.FULL.replace("\"deltas\":", "\"alternates\": " + json + ", \"deltas\":");
        return read(Manifests.bytes(valid))
                .release(V3)
                .orElseThrow()
                .platforms()
                .get(LINUX)
                .alternates();
    }

    @Test
    void alternatesOfKnownFormats_areRead() throws SourceException {
        String member = "{ \"url\": \"v0.3.0/a%s\", \"size\": 1, \"sha256\": \"" + "c".repeat(64) + "\" }";
        RepositoryFile file = new RepositoryFile("v0.3.0/a.tar.xz", new Sha256("c".repeat(64)), 1);
        assertEquals(
                List.of(file),
                alternates("[" + member.formatted(".tar.zst") + ", " + member.formatted(".tar.xz") + "]"));
        assertEquals(List.of(), alternates("[ { \"url\": 7 } ]"));
        assertEquals(List.of(), alternates("{}"));
    }

    @Test
    void oldestManifests_areRead() throws SourceException {
        Manifest manifest = ManifestReader.read(Manifests.bytes(Manifests.MINIMAL), new AppName("hello"));
        assertEquals(new AppName("hello"), manifest.app());
        assertEquals(OptionalLong.empty(), manifest.serial());
        assertEquals(Optional.empty(), manifest.expires());
        Release release = manifest.release(V3).orElseThrow();
        assertTrue(release.breaking());
        assertFalse(release.critical());
        assertEquals(Optional.empty(), release.rollout());
        assertEquals(
                "v0.3.0/cco-linux-x86_64.tar.gz",
                release.platforms().get(LINUX).file().path());
    }

    /** The format's own example does so, and one channel must not take the others down. */
    @Test
    void channelWithUnknownVersion_leavesOthersUsable() throws SourceException {
        Manifest manifest = read(Manifests.bytes(Manifests.MINIMAL));
        assertEquals(Optional.empty(), manifest.release(manifest.latest().get(new Channel("beta"))));
        assertTrue(manifest.release(manifest.latest().get(Channel.STABLE)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan9-mips", "linux-x86_64-musl", "any"})
    void unknownPlatform_isKept(String name) throws SourceException {
        Manifest manifest = read(Manifests.damaged("linux-x86_64\": {", name + "\": {"));
        assertEquals(
                Set.of(new Platform(name)),
                manifest.release(V3).orElseThrow().platforms().keySet());
    }

    @Test
    void versions_areSortedBySemVer() throws SourceException {
        Manifest manifest = read(Manifests.bytes("""
                {"latest": {}, "versions": {
                  "1.10.0": {"date": "2024-01-15T10:00:00Z"}, "1.9.0": {"date": "2024-01-15T10:00:00Z"},
                  "1.10.0-beta.1": {"date": "2024-01-15T10:00:00Z"}}}"""));
        assertEquals(
                List.of(Version.of("1.9.0"), Version.of("1.10.0-beta.1"), Version.of("1.10.0")),
                List.copyOf(manifest.versions().keySet()));
    }

    @Test
    void newerSchema_isRefused_withHint() {
        SourceException e =
                assertThrows(SourceException.class, () -> read(Manifests.damaged("\"schema\": 1", "\"schema\": 2")));
        assertTrue(e.getMessage().contains("has schema 2, which needs a newer cco"), e.getMessage());
        assertEquals("run `cco update`", e.hint());
    }

    @Test
    void terminalEscapesOfPublisher_areRemoved() throws SourceException {
        Manifest manifest =
                read(Manifests.damaged("reason, if it was pulled", "bad\\u001b]0;x\\u0007\\nnews\\u202e\\u200b "));
        assertEquals(
                Optional.of("bad]0;x news"), manifest.release(V3).orElseThrow().withdrawn());
        SourceException e =
                assertThrows(SourceException.class, () -> read(Manifests.damaged("\"0.3.0\": {", "\"\\u001b[2J\": {")));
        assertEquals(-1, e.getMessage().indexOf('\u001b'));
    }

    @Test
    void endlessNotice_isCut() throws SourceException {
        Manifest manifest = read(Manifests.damaged("Please upgrade", "x".repeat(100_000)));
        assertEquals(
                Printable.MAX_LENGTH,
                manifest.deprecations().get(Version.of("0.1.0")).length());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "schema": 1                 | "schema": 0                    | schema: expected a number from 1
            "schema": 1                 | "schema": "1"                  | schema: expected a whole number
            "schema": 1                 | "schema": 1.5                  | schema: expected a whole number
            "app": "cco"                | "app": "../cco"                | app: expected an app's name
            "app": "cco"                | "app": ["cco"]                 | app: expected a string
            "serial": 42                | "serial": -1                   | serial: expected a number that is not neg
            "serial": 42                | "serial": 0                    | serial: expected a number from 1
            "serial": 42                | "serial": 9223372036854775808  | serial: expected a whole number
            "serial": 42                | "serial": 42.0                 | serial: expected a whole number
            "serial": 42                | "serial": 42, "serial": 43     | repeated name "serial"
            "2026-12-31T00:00:00Z"      | "31.12.2026"                   | expires: expected a date and time
            "2026-12-31T00:00:00Z"      | 1798675200                     | expires: expected a string
            "latest"                    | "newest"                       | latest is missing
            "stable": "0.3.0"           | "Stable!": "0.3.0"             | latest.Stable!: expected a channel's name
            "stable": "0.3.0"           | "stable": "v0.3.0"             | latest.stable: expected a version
            "stable": "0.3.0"           | "stable": "0.3"                | latest.stable: expected a version
            "stable": "0.3.0"           | "stable": 3                    | latest.stable: expected a string
            "stable": "0.3.0"           | "stable": "0.4.0-beta.1"       | latest.stable: expected a version that is not
            "versions": {               | "releases": {                  | versions is missing
            "0.3.0": {                  | "../../etc": {                 | versions.../../etc: expected a version as key
            "0.3.0": {                  | "0.03.0": {                    | versions.0.03.0: expected a version as key
            "0.3.0": {                  | "99999999999999999999.0.0": {  | expected a version as key
            "date"                      | "day"                          | versions.0.3.0.date: expected a date and time
            "2024-01-15T10:00:00Z"      | "2024-01-15"                   | versions.0.3.0.date: expected a date and time
            "linux-x86_64": {           | "Linux/../x": {                | platforms.Linux/../x: expected a platform
            "platforms": {              | "platforms": [], "x": {        | versions.0.3.0.platforms: expected an object
            "size": 2912345             | "size": 0                      | linux-x86_64.size: expected a number of bytes
            "size": 2912345             | "size": 1099511627777          | linux-x86_64.size: expected a number of bytes
            "size": 2912345             | "size": 1e30                   | linux-x86_64.size: expected a whole number
            "size": 2912345             | "length": 2912345              | linux-x86_64.size is missing
            "sha256": "a                | "sha256": "A                   | linux-x86_64.sha256: expected 64 lower-case
            "sha256": "a                | "sha256": "                    | linux-x86_64.sha256: expected 64 lower-case
            "sha256": "b                | "sha256": "g                   | linux-x86_64.files.sha256: expected 64
            "size": 1 },                | "size": 0 },                   | linux-x86_64.files.size: expected a number
            "v0.3.0/cco-v0.3.0          | "../cco                        | linux-x86_64.files.url: expected the address
            "critical": false           | "critical": "no"               | versions.0.3.0.critical: expected true or
            "minimum_updater": "0.1.0"  | "minimum_updater": "soon"      | minimum_updater: expected a version
            "percent": 25               | "percent": 101                 | rollout.percent: expected a number from 0
            "percent": 25               | "percent": 4294967297          | rollout.percent: expected a number from 0
            "seed": "s"                 | "seed": 7                      | rollout.seed: expected a string
            "0.1.0": "P                 | "old": "P                      | deprecation_notices.old: expected a version
            "Please upgrade to 0.2.0 or later" | {}                      | deprecation_notices.0.1.0: expected a string
            """)
    void malformedMember_isRefusedByItsPath(String part, String replacement, String message) {
        SourceException e = assertThrows(SourceException.class, () -> read(Manifests.damaged(part, replacement)));
        assertTrue(e.getMessage().startsWith("https://mirror/version-manifest.json is not a valid manifest: "));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertFalse(e.hint().isEmpty());
    }

    private static Manifest read(UntrustedBytes document) throws SourceException {
        return ManifestReader.read(document, AppName.CCO);
    }
}
