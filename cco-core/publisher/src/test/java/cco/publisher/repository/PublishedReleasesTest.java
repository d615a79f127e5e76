package cco.publisher.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Release;
import cco.core.manifest.Rollout;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedReleasesTest {

    private static final Version OLD = Version.of("1.0.0");
    private static final Version NEW = Version.of("1.1.0");
    private static final Channel BETA = new Channel("beta");
    private static final OptionalInt AS_IT_IS = OptionalInt.empty();

    @TempDir
    private Path root;

    private Fixture fixture;
    private PublishedReleases releases;

    @BeforeEach
    void twoVersionsAreOut() throws CcoException, IOException {
        fixture = new Fixture(root);
        fixture.add("1.0.0", "a");
        fixture.add("1.1.0", "b");
        releases = new PublishedReleases(fixture.directory);
    }

    private Release release(Version version) throws CcoException, IOException {
        return fixture.manifest().release(version).orElseThrow();
    }

    private ManifestChange promote(Version version, Channel channel) throws CcoException {
        return releases.promote(version, channel, AS_IT_IS);
    }

    private ManifestChange rollOut(int percent) throws CcoException {
        return releases.promote(NEW, Channel.STABLE, OptionalInt.of(percent));
    }

    @Test
    void promotion_changesOnlyTheManifest() throws CcoException, IOException {
        SortedMap<String, String> before = fixture.files();
        ManifestChange revision = promote(NEW, BETA);
        assertTrue(revision.changed());
        assertEquals(3, revision.serial());
        assertEquals(Map.of(BETA, NEW), revision.moved());
        assertEquals(fixture.manifest(), revision.now());
        assertEquals(Map.of("beta", "1.1.0", "stable", "1.1.0"), fixture.latest());
        SortedMap<String, String> after = fixture.files();
        after.put(ReleaseRepository.MANIFEST, before.get(ReleaseRepository.MANIFEST));
        assertEquals(before, after);
    }

    @Test
    void promotionToLowerVersion_isAllowed() throws CcoException, IOException {
        assertEquals(Map.of(Channel.STABLE, OLD), promote(OLD, Channel.STABLE).moved());
        assertEquals(Map.of("stable", "1.0.0"), fixture.latest());
    }

    @Test
    void repeatedChange_changesNothing() throws CcoException, IOException {
        rollOut(25);
        releases.deprecate(OLD, "please go on");
        SortedMap<String, String> before = fixture.files();
        assertFalse(promote(NEW, Channel.STABLE).changed());
        assertFalse(rollOut(25).changed());
        assertFalse(releases.reinstate(NEW).changed());
        assertFalse(releases.undeprecate(NEW).changed());
        assertFalse(releases.deprecate(OLD, "please go on").changed());
        assertEquals(before, fixture.files());
    }

    @Test
    void rollOut_keepsSeedAndEndsAt100Percent() throws CcoException, IOException {
        rollOut(0);
        assertEquals(Optional.of(new Rollout(0, "1.1.0")), release(NEW).rollout());
        String other = Files.readString(fixture.manifestFile()).replace("\"seed\": \"1.1.0\"", "\"seed\": \"other\"");
        Files.writeString(fixture.manifestFile(), other);
        rollOut(50);
        assertEquals(Optional.of(new Rollout(50, "other")), release(NEW).rollout());
        promote(NEW, BETA);
        assertEquals(Optional.of(new Rollout(50, "other")), release(NEW).rollout());
        rollOut(100);
        assertEquals(Optional.empty(), release(NEW).rollout());
        assertFalse(Files.readString(fixture.manifestFile()).contains("rollout"));
    }

    @Test
    void rollOutOfCriticalVersion_isRefused() throws CcoException, IOException {
        fixture.add(AddRequest.usual(
                Fixture.HELLO,
                Version.of("1.2.0"),
                fixture.build("c"),
                new ReleaseInfo(Fixture.DATE, Optional.empty(), false, true)));
        assertRefused(
                "1.2.0 is critical", () -> releases.promote(Version.of("1.2.0"), Channel.STABLE, OptionalInt.of(10)));
        releases.promote(Version.of("1.2.0"), Channel.STABLE, OptionalInt.of(100));
    }

    @Test
    void withdrawal_movesChannelsBack() throws CcoException, IOException {
        promote(NEW, BETA);
        promote(OLD, new Channel("lts"));
        ManifestChange revision = releases.withdraw(NEW, "it loses files");
        assertEquals(Optional.of("it loses files"), release(NEW).withdrawn());
        assertEquals(Map.of(Channel.STABLE, OLD, BETA, OLD), revision.moved());
        assertEquals(Map.of("beta", "1.0.0", "lts", "1.0.0", "stable", "1.0.0"), fixture.latest());
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.0,        1.0.0",
        "1.3.0,        1.1.0",
        "1.3.0-beta.2, 1.3.0-beta.1",
        "1.3.0-beta.1, 1.1.0",
    })
    void withdrawal_neverMovesUpOrToPrerelease(String withdrawn, String refuge) throws CcoException, IOException {
        for (String version : new String[] {"1.3.0-beta.1", "1.3.0-beta.2", "1.3.0", "2.0.0"}) {
            fixture.add(version, version);
        }
        promote(Version.of(withdrawn), BETA);
        releases.withdraw(Version.of(withdrawn), "it loses files");
        assertEquals(Map.of("beta", refuge, "stable", "2.0.0"), fixture.latest());
    }

    @Test
    void withdrawal_skipsWithdrawnVersions() throws CcoException, IOException {
        releases.withdraw(OLD, "too old");
        assertEquals(Map.of(), releases.withdraw(NEW, "it loses files").moved());
        assertEquals(Map.of("stable", "1.1.0"), fixture.latest());
        assertEquals(Optional.of("it loses files"), release(NEW).withdrawn());
    }

    @Test
    void withdrawnVersion_cannotBePromotedOrAdded() throws CcoException, IOException {
        releases.withdraw(NEW, "it loses files");
        assertRefused("1.1.0 is withdrawn: it loses files", () -> promote(NEW, Channel.STABLE));
        assertRefused("1.1.0 is withdrawn: it loses files", () -> fixture.add("1.1.0", "b"));
        assertEquals(Map.of(), releases.reinstate(NEW).moved());
        assertEquals(Optional.empty(), release(NEW).withdrawn());
        promote(NEW, Channel.STABLE);
        assertEquals(Map.of("stable", "1.1.0"), fixture.latest());
    }

    @Test
    void deprecation_needsNoListedVersion() throws CcoException, IOException {
        Version forgotten = Version.of("0.1.0");
        releases.deprecate(forgotten, "please update");
        assertEquals(Map.of(forgotten, "please update"), fixture.manifest().deprecations());
        releases.undeprecate(forgotten);
        assertEquals(Map.of(), fixture.manifest().deprecations());
    }

    @Test
    void unknownMembers_survive() throws CcoException, IOException {
        String text = Files.readString(fixture.manifestFile())
                .replaceFirst("\\{", "{\"x-top\": {\"deep\": [1, null, 1e400]},")
                .replaceFirst(
                        "\"date\"",
                        "\"x-version\": [{}], \"rollout\": {\"percent\": 1, \"seed\": \"s\", "
                                + "\"x-rollout\": true}, \"date\"");
        Files.writeString(fixture.manifestFile(), text);
        rollOut(2);
        releases.deprecate(NEW, "soon");
        releases.withdraw(NEW, "it loses files");
        releases.reinstate(NEW);
        String now = Files.readString(fixture.manifestFile());
        for (String survivor : new String[] {"x-top", "1E+400", "null", "x-version", "x-rollout"}) {
            assertTrue(now.contains(survivor), survivor + "\n" + now);
        }
        assertEquals(Optional.of(new Rollout(2, "s")), release(NEW).rollout());
        assertEquals(6, fixture.manifest().serial().orElseThrow());
    }

    @Test
    void invalidChange_isRefused() throws CcoException, IOException {
        fixture.add("2.0.0-rc.1", "c");
        SortedMap<String, String> before = fixture.files();
        assertRefused("no version 3.0.0 of hello", () -> promote(Version.of("3.0.0"), BETA));
        assertRefused("no version 3.0.0 of hello", () -> releases.withdraw(Version.of("3.0.0"), "bad"));
        assertRefused("no version 3.0.0 of hello", () -> releases.reinstate(Version.of("3.0.0")));
        assertRefused("is a pre-release", () -> promote(Version.of("2.0.0-rc.1"), Channel.STABLE));
        assertRefused("not a rollout: 101 %", () -> rollOut(101));
        assertRefused("not a rollout: -1 %", () -> rollOut(-1));
        assertEquals(before, fixture.files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "\u001b[2J", "\u202etxt"})
    void unprintableText_isRefused(String text) {
        assertRefused("cannot be shown", () -> releases.withdraw(NEW, text));
        assertRefused("cannot be shown", () -> releases.deprecate(NEW, text));
        assertRefused("cannot be shown", () -> releases.deprecate(NEW, text + "x".repeat(501)));
    }

    @Test
    void manifestWithoutApp_isRefused() throws IOException {
        Files.writeString(fixture.manifestFile(), "{\"latest\": {}, \"versions\": {}}");
        assertRefused("does not name its app", () -> releases.deprecate(OLD, "please update"));
    }

    @Test
    void otherFolder_doesNotBecomeRepository() {
        PublishedReleases none = new PublishedReleases(root.resolve("typo"));
        assertRefused("typo is not a release repository", () -> none.withdraw(NEW, "bad"));
        assertFalse(Files.exists(root.resolve("typo")));
    }

    @Test
    void writeFailure_leavesManifestUnchanged() throws CcoException, IOException {
        Files.createDirectories(fixture.directory.resolve(".lock"));
        SortedMap<String, String> before = fixture.files();
        assertThrows(StorageException.class, () -> promote(OLD, BETA));
        assertEquals(before, fixture.files());
    }

    @Test
    void concurrentChanges_areMadeOrRefusedAsBusy() throws Exception {
        List<Callable<Boolean>> changes = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(number -> () -> deprecated(Version.of("0." + number + ".0")))
                .toList();
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> change : threads.invokeAll(changes)) {
                made += change.get() ? 1 : 0;
            }
        }
        assertTrue(made > 0);
        assertEquals(made, fixture.manifest().deprecations().size());
        assertEquals(2 + made, fixture.manifest().serial().orElseThrow());
    }

    private boolean deprecated(Version version) throws CcoException {
        try {
            return releases.deprecate(version, "please update").changed();
        } catch (BusyException another) {
            return false;
        }
    }

    private static void assertRefused(String message, Refused attempt) {
        UsageException refusal = assertThrows(UsageException.class, attempt::run);
        assertTrue(refusal.getMessage().contains(message), refusal.getMessage());
    }

    @FunctionalInterface
    private interface Refused {
        void run() throws CcoException, IOException;
    }
}
