package cco.publisher.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every refusal leaves the repository as it was, without litter. */
class RefusedReleaseTest {

    @TempDir
    private Path root;

    private Fixture fixture;
    private Map<String, String> before;

    @BeforeEach
    void publishOneVersion() throws CcoException, IOException {
        fixture = new Fixture(root);
        fixture.add("1.2.0", "a");
        before = fixture.files();
    }

    private <T extends CcoException> T refused(Class<T> type, AddRequest request) throws IOException {
        T refusal = assertThrows(type, () -> fixture.add(request));
        assertEquals(before, fixture.files());
        assertFalse(Files.exists(fixture.directory.resolve(".work")));
        assertFalse(refusal.hint().isEmpty());
        return refusal;
    }

    @Test
    void changedBuildOfPublishedVersion_isRefused() throws IOException {
        UsageException e = refused(UsageException.class, Fixture.to("1.2.0", fixture.build("b")));
        assertTrue(
                e.getMessage()
                        .contains("v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz is already published with other content"),
                e.getMessage());
    }

    @Test
    void changedListOfPublishedArchive_isRefused() throws IOException {
        Build build = fixture.build("a");
        Build other = new Build(build.platform(), build.archive(), Programs.of("hello"), List.of("--help"));
        refused(UsageException.class, Fixture.to("1.2.0", other));
    }

    @Test
    void releaseOfAnotherApp_isRefused() throws IOException {
        AddRequest request = AddRequest.usual(
                new AppName("other"), Version.of("1.3.0"), fixture.build("b"), ReleaseInfo.plain(Fixture.DATE));
        UsageException e = refused(UsageException.class, request);
        assertTrue(e.getMessage().contains("holds releases of hello, not of other"), e.getMessage());
    }

    @Test
    void prereleaseInStableChannel_isRefused() throws IOException {
        refused(UsageException.class, Fixture.to("1.3.0-rc.1", fixture.build("b"), "beta", "stable"));
    }

    @Test
    void archiveWithoutTheProgram_isRefused() throws IOException {
        UsageException e = refused(
                UsageException.class, Fixture.to("1.3.0", fixture.build(Fixture.LINUX, "README", "hello\nREADME*\n")));
        assertTrue(e.getMessage().contains("has no executable file \"hello\""), e.getMessage());
    }

    @Test
    void archiveThatClientsWouldRefuse_isRefused() throws IOException {
        Build damaged = fixture.build("b");
        Files.write(damaged.archive(), new byte[] {(byte) 0xff});
        refused(VerificationException.class, Fixture.to("1.3.0", damaged));
    }

    @Test
    void folderInPlaceOfArchive_isRefused() throws IOException {
        Build build = new Build(Fixture.LINUX, root, Programs.of("hello"), List.of());
        refused(UsageException.class, Fixture.to("1.3.0", build));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.com", "ftp://h", "https://", "https://h/?a", "https://h/#a", "https://h a"})
    void invalidBaseUrl_isRefused(String base) throws IOException {
        refused(
                UsageException.class,
                new AddRequest(
                        Fixture.HELLO,
                        Version.of("1.3.0"),
                        fixture.build("b"),
                        ReleaseInfo.plain(Fixture.DATE),
                        Set.of(),
                        Optional.of(base)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "{\"schema\": 2, \"latest\": {}, \"versions\": {}}", "{\"latest\":{}, \"latest\":{}}"})
    void invalidManifest_isNotExtended(String manifest) throws IOException {
        Files.writeString(fixture.manifestFile(), manifest);
        before = fixture.files();
        refused(SourceException.class, Fixture.to("1.3.0", fixture.build("b")));
    }

    @ParameterizedTest
    @CsvSource({
        "linux-amd64, did you mean linux-x86_64?",
        "macos-arm64, did you mean darwin-arm64?",
        "darwin-aarch64, did you mean darwin-arm64?",
        "solaris-sparc, 'the platforms are darwin-arm64, darwin-x86_64, linux-x86_64, linux-aarch64, windows-x86_64'"
    })
    void unknownPlatform_isRefused(String platform, String hint) throws IOException {
        Build build = fixture.build("b");
        Build other = new Build(new Platform(platform), build.archive(), Programs.of("hello"), List.of());
        assertEquals(
                hint, refused(UsageException.class, Fixture.to("1.3.0", other)).hint());
    }

    @Test
    void concurrentPublisher_isRefused() throws CcoException, IOException {
        try (PublishWorkspace _ = PublishWorkspace.open(fixture.directory)) {
            BusyException e = assertThrows(BusyException.class, () -> fixture.add("1.3.0", "b"));
            assertTrue(e.getMessage().startsWith("another cco is publishing in "), e.getMessage());
        }
        assertEquals(before, fixture.files());
        fixture.add("1.3.0", "b");
    }

    @Test
    void leftoversOfCrash_areRemovedOrCompleted() throws CcoException, IOException {
        Files.createDirectories(fixture.directory.resolve(".work/deep"));
        Files.writeString(fixture.directory.resolve(".work/deep/half"), "ha");
        Files.writeString(fixture.directory.resolve(".lock"), "");
        Files.createDirectories(fixture.directory.resolve("v1.3.0"));
        Files.writeString(fixture.directory.resolve("v1.3.0/hello-v1.3.0-linux-x86_64.tar.gz"), "never announced");
        fixture.add("1.3.0", "b");
        Fixture undisturbed = new Fixture(root.resolve("undisturbed"));
        undisturbed.add("1.2.0", "a");
        undisturbed.add("1.3.0", "b");
        assertEquals(undisturbed.files(), fixture.files());
    }

    @Test
    void failedAdd_canBeRepeated() throws CcoException, IOException {
        String manifest = before.get(ReleaseRepository.MANIFEST);
        Path inTheWay = Files.createDirectories(fixture.directory.resolve("checksums/v1.3.0.sha256"));
        assertThrows(StorageException.class, () -> fixture.add("1.3.0", "b"));
        assertEquals(manifest, Files.readString(fixture.manifestFile()));
        assertTrue(Files.exists(fixture.directory.resolve("v1.3.0/hello-v1.3.0-linux-x86_64.tar.gz")));
        Files.delete(inTheWay);
        fixture.add("1.3.0", "c");
        assertEquals(Map.of("stable", "1.3.0"), fixture.latest());
    }

    @Test
    void missingArchive_isRestoredByAddingItAgain() throws CcoException, IOException {
        Files.delete(fixture.directory.resolve("v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz"));
        assertFalse(fixture.add("1.2.0", "a").changed());
        assertEquals(before, fixture.files());
    }

    @Test
    void unwritableRepository_isStorageError() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "");
        ReleaseRepository repository = new ReleaseRepository(file);
        AddRequest request = Fixture.to("1.3.0", fixture.build("b"));
        StorageException e = assertThrows(StorageException.class, () -> repository.add(request));
        assertTrue(e.getMessage().startsWith("cannot write " + file), e.getMessage());
    }
}
