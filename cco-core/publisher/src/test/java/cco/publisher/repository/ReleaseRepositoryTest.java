package cco.publisher.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.CcoException;
import cco.core.manifest.Archive;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseRepositoryTest {

    @TempDir
    private Path root;

    private Fixture fixture;

    @BeforeEach
    void create() {
        fixture = new Fixture(root);
    }

    @Test
    void allPlatformsAtOnce_needOneManifest() throws CcoException, IOException {
        List<AddRequest> requests = new ArrayList<>();
        for (String platform : KnownPlatforms.NAMES) {
            Build build = fixture.build(new Platform(platform), "hello*\nhello.exe\n" + platform + "\n");
            requests.add(AddRequest.usual(Fixture.HELLO, Version.of("1.2.0"), build, ReleaseInfo.plain(Fixture.DATE)));
        }
        List<AddResult> added = new ReleaseRepository(fixture.directory).addAll(requests);
        assertEquals(1, added.getLast().serial());
        Release release = fixture.manifest().release(Version.of("1.2.0")).orElseThrow();
        assertEquals(KnownPlatforms.NAMES.size(), release.platforms().size());
        assertEquals(
                2 * KnownPlatforms.NAMES.size(),
                Files.readAllLines(fixture.directory.resolve("checksums/v1.2.0.sha256"))
                        .size());
    }

    @Test
    void firstRelease_isReadByClients() throws CcoException, IOException {
        AddResult added = fixture.add("1.2.0", "a");
        assertTrue(added.changed());
        assertEquals(1, added.serial());
        assertEquals(Map.of(Channel.STABLE, Version.of("1.2.0")), added.channels());

        Release release = fixture.manifest().release(Version.of("1.2.0")).orElseThrow();
        Archive archive = release.platforms().get(Fixture.LINUX);
        assertEquals(added.archive(), archive);
        assertEquals("v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz", archive.file().path());
        byte[] bytes =
                Files.readAllBytes(fixture.directory.resolve(archive.file().path()));
        assertEquals(Sha256.of(bytes), archive.file().sha256());
        assertEquals(bytes.length, archive.file().size());
        assertEquals(Fixture.DATE, release.date());
        assertEquals(Map.of("stable", "1.2.0"), fixture.latest());
        assertEquals(
                Set.of(
                        "checksums/v1.2.0.sha256",
                        "v1.2.0/hello-v1.2.0-linux-x86_64.files.json",
                        "v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz",
                        "version-manifest.json"),
                fixture.files().keySet());
    }

    @Test
    void fileList_isReadByClients() throws CcoException, IOException {
        RepositoryFile listed = fixture.add("1.2.0", "lib/a").archive().list().orElseThrow();
        byte[] bytes = Files.readAllBytes(fixture.directory.resolve(listed.path()));
        FileList list = FileListReader.read(
                new UntrustedBytes("list", bytes), listed, Fixture.HELLO, Version.of("1.2.0"), Fixture.LINUX);
        assertEquals("hello", list.programs().executable());
        assertEquals(List.of("--version"), list.smokeArguments());
        assertEquals(
                List.of("checksums.sha256 false", "hello true", "lib/a false"),
                list.files().stream()
                        .map(file -> file.path() + " " + file.executable())
                        .toList());
    }

    @Test
    void sameInputAndDate_giveTheSameBytes() throws CcoException, IOException {
        Fixture other = new Fixture(root.resolve("other"));
        for (Fixture each : List.of(fixture, other)) {
            each.add("1.2.0", "a");
            each.add(Fixture.to("1.3.0-beta.1", each.build("b"), "beta", "nightly", "edge", "a", "z"));
            each.add("1.2.0", each.build(Fixture.WINDOWS, "hello\n"));
        }
        assertEquals(fixture.files(), other.files());
    }

    @Test
    void sameBuildAgain_changesNothing() throws CcoException, IOException {
        Build build = fixture.build("a");
        fixture.add("1.2.0", build);
        Map<String, String> before = fixture.files();
        AddResult again = fixture.add("1.2.0", build);
        assertFalse(again.changed());
        assertEquals(1, again.serial());
        assertEquals(before, fixture.files());
    }

    @Test
    void secondPlatform_joinsVersion() throws CcoException, IOException {
        fixture.add("1.2.0", "a");
        AddResult added = fixture.add("1.2.0", fixture.build(Fixture.WINDOWS, "hello\n"));
        assertEquals(
                "v1.2.0/hello-v1.2.0-windows-x86_64.zip", added.archive().file().path());
        assertEquals(2, added.serial());
        assertEquals(
                Set.of(Fixture.LINUX, Fixture.WINDOWS),
                fixture.manifest()
                        .release(Version.of("1.2.0"))
                        .orElseThrow()
                        .platforms()
                        .keySet());
        assertEquals(4, fixture.files().get("checksums/v1.2.0.sha256").lines().count());
    }

    @Test
    void laterInfo_neverRemovesWarning() throws CcoException, IOException {
        announce(new ReleaseInfo(Fixture.DATE, Optional.of("https://example.com/1"), true, false));
        announce(new ReleaseInfo(Fixture.DATE.plusSeconds(9), Optional.empty(), false, true));
        Release release = fixture.manifest().release(Version.of("1.2.0")).orElseThrow();
        assertEquals(Fixture.DATE, release.date());
        assertEquals(Optional.of("https://example.com/1"), release.notes());
        assertTrue(release.breaking());
        assertTrue(release.critical());
    }

    private void announce(ReleaseInfo announcement) throws CcoException, IOException {
        fixture.add(AddRequest.usual(Fixture.HELLO, Version.of("1.2.0"), fixture.build("a"), announcement));
    }

    @Test
    void newVersion_listsItsChannels() throws CcoException, IOException {
        fixture.add(Fixture.to("1.2.0", fixture.build("a"), "beta"));
        fixture.add("1.2.0", fixture.build(Fixture.WINDOWS, "hello\n"));
        Release release = fixture.manifest().release(Version.of("1.2.0")).orElseThrow();
        assertEquals(
                Set.of(new Channel("beta"), Channel.STABLE), release.channels().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, stable",
        "1.2.0+nightly, stable",
        "1.2.0-nightly.20260131, nightly",
        "1.2.0-nightly, nightly",
        "1.2.0-beta.1, beta",
        "1.2.0-rc.1, beta",
        "1.2.0-alpha-nightly, beta",
    })
    void formOfVersion_decidesChannel(String version, String channel) throws CcoException, IOException {
        fixture.add(version, "a");
        assertEquals(Map.of(channel, version), fixture.latest());
    }

    @Test
    void allPlatforms_arePublishedAtOnce() throws CcoException, IOException {
        List<AddRequest> requests = new ArrayList<>();
        for (String platform :
                List.of("darwin-arm64", "darwin-x86_64", "linux-aarch64", "linux-x86_64", "windows-x86_64")) {
            requests.add(AddRequest.usual(
                    Fixture.HELLO,
                    Version.of("1.0.0"),
                    fixture.build(new Platform(platform), "hello*"),
                    ReleaseInfo.plain(Fixture.DATE)));
        }
        assertEquals(
                5, new ReleaseRepository(fixture.directory).addAll(requests).size());
        assertEquals(
                5,
                fixture.manifest()
                        .release(Version.of("1.0.0"))
                        .orElseThrow()
                        .platforms()
                        .size());
    }

    @Test
    void olderVersion_movesNoChannelBack() throws CcoException, IOException {
        fixture.add("1.10.0", "a");
        AddResult added = fixture.add("1.9.1", "b");
        assertEquals(Map.of(Channel.STABLE, Version.of("1.10.0")), added.channels());
        assertEquals(Map.of("stable", "1.10.0"), fixture.latest());
        assertTrue(fixture.manifest().release(Version.of("1.9.1")).isPresent());
        String text = fixture.files().get("version-manifest.json");
        assertTrue(text.indexOf("\"1.10.0\": {") < text.indexOf("\"1.9.1\": {"), "newest first");
    }

    @Test
    void baseUrl_makesAddressesAbsolute() throws CcoException, IOException {
        fixture.add(new AddRequest(
                Fixture.HELLO,
                Version.of("1.2.0+b"),
                fixture.build("a"),
                ReleaseInfo.plain(Fixture.DATE),
                Set.of(),
                Optional.of("https://releases.example.com/hello")));
        assertTrue(fixture.files()
                .get("version-manifest.json")
                .contains("\"https://releases.example.com/hello/v1.2.0+b/hello-v1.2.0+b-linux-x86_64.tar.gz\""));
        assertEquals(
                "v1.2.0+b/hello-v1.2.0+b-linux-x86_64.tar.gz",
                fixture.manifest()
                        .release(Version.of("1.2.0+b"))
                        .orElseThrow()
                        .platforms()
                        .get(Fixture.LINUX)
                        .file()
                        .path());
    }

    @Test
    void unknownMembers_survive() throws CcoException, IOException {
        Files.createDirectories(fixture.directory);
        Files.writeString(fixture.manifestFile(), """
                {"x-top": {"deep": [1, null, 1e400, "\\u00e9"]}, "serial": 7, "expires": "2030-01-01T00:00:00Z",
                 "latest": {"stable": "1.0.0", "lts": "0.9.0"},
                 "versions": {"1.0.0": {"date": "2026-01-01T00:00:00Z", "minimum_rust": "1.70.0", "withdrawn": "bad",
                   "platforms": {"linux-x86_64": {"url": "https://h/a.tgz", "sha256": "%s", "size": 1, "x": true}}}},
                 "deprecation_notices": {"0.1.0": "old"}}""".formatted("a".repeat(64)));
        fixture.add("1.2.0", "a");
        String text = fixture.files().get("version-manifest.json");
        for (String survivor : List.of("x-top", "1E+400", "minimum_rust", "\"x\": true", "https://h/a.tgz", "null")) {
            assertTrue(text.contains(survivor), survivor);
        }
        assertEquals(8, fixture.manifest().serial().getAsLong());
        assertEquals(Map.of("lts", "0.9.0", "stable", "1.2.0"), fixture.latest());
        assertTrue(fixture.manifest().expires().isPresent());
        assertEquals(
                Optional.of("bad"),
                fixture.manifest().release(Version.of("1.0.0")).orElseThrow().withdrawn());
    }

    @Test
    void checksums_areReadBySha256sum() throws CcoException, IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sha256sum")), "needs sha256sum");
        fixture.add("1.2.0", "a");
        fixture.add("1.2.0", fixture.build(Fixture.WINDOWS, "hello\n"));
        assertEquals(0, sha256sum());
        Files.writeString(fixture.directory.resolve("v1.2.0/hello-v1.2.0-windows-x86_64.zip"), "damaged");
        assertEquals(1, sha256sum());
    }

    private int sha256sum() throws IOException, InterruptedException {
        return new ProcessBuilder("/usr/bin/sha256sum", "-c", "--strict", "../checksums/v1.2.0.sha256")
                .directory(fixture.directory.resolve("v1.2.0").toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("sha256sum.log").toFile())
                .start()
                .waitFor();
    }

    @Test
    void publishedFiles_haveUsualMode() throws CcoException, IOException {
        assumeTrue(
                fixture.directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path ordinary = Files.createFile(root.resolve("ordinary"));
        String expected = PosixFilePermissions.toString(Files.getPosixFilePermissions(ordinary));
        fixture.add("1.2.0", "a");
        for (String file : fixture.files().keySet()) {
            Path path = fixture.directory.resolve(file);
            assertEquals(expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)), file);
        }
    }
}
