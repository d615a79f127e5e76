package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.tuf.RoleName;
import cco.publisher.repository.PublishWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TufRepositoryTest {

    @TempDir
    Path folder;

    private static List<Long> versions(RepositoryStatus standing) {
        return standing.roles().stream().map(RepositoryStatus.Role::version).toList();
    }

    private static List<String> expiries(RepositoryStatus standing) {
        return standing.roles().stream().map(role -> role.expires().toString()).toList();
    }

    private static JsonObject signed(Path file) throws IOException, JsonException {
        return Json.parse(Files.readAllBytes(file)).object("signed");
    }

    @Test
    void newRepository_isAccepted() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder);
        RepositoryStatus standing = workshop.check();
        assertEquals(Workshop.HELLO, standing.app());
        assertEquals(List.of(1L, 1L, 1L, 1L), versions(standing));
        assertEquals(
                List.of("2027-06-01T12:00:00Z", "2026-11-28T12:00:00Z", "2026-07-01T12:00:00Z", "2026-06-08T12:00:00Z"),
                expiries(standing));
        assertEquals("timestamp", standing.firstToExpire().name());
        assertEquals(6, standing.firstToExpire().daysLeft(workshop.now));
        assertThrows(
                UsageException.class, () -> workshop.repository().init(Workshop.HELLO, workshop, ExpiryPolicy.DEFAULT));
    }

    @Test
    void sameInputAtSameTime_yieldsSameBytes() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder.resolve("a"), "1.0.0");
        Workshop other = new Workshop(folder.resolve("b"));
        other.keys.putAll(workshop.keys);
        other.repository().init(Workshop.HELLO, other, ExpiryPolicy.DEFAULT);
        other.add("1.0.0", "hello 1.0.0");
        other.repository().sign(other);
        assertEquals(workshop.files(), other.files());
    }

    @Test
    void release_isSignedWithAllItsFiles() throws Exception {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        assertEquals(List.of(1L, 2L, 2L, 2L), versions(workshop.check()));
        assertEquals(4, workshop.check().targets());
        JsonObject targets = signed(workshop.file("metadata/2.targets.json")).object("targets");
        assertEquals(
                List.of(
                        "version-manifest.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.files.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz",
                        "checksums/v1.0.0.sha256"),
                List.copyOf(targets.names()));
    }

    @Test
    void everyTarget_hasANameWithItsDigest() throws Exception {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        JsonObject targets = signed(workshop.file("metadata/2.targets.json")).object("targets");
        assertEquals(4, targets.names().size());
        for (String path : targets.names()) {
            Path plain = workshop.file(path);
            String digest = targets.object(path).object("hashes").text("sha256");
            assertEquals(-1, Files.mismatch(plain, plain.resolveSibling(digest + "." + plain.getFileName())));
        }
        assertTrue(Files.isSameFile(workshop.archive("1.0.0"), workshop.consistent(workshop.archive("1.0.0"))));
    }

    @Test
    void checkoutWithoutOldArchives_canBeSigned() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        Path copy = workshop.consistent(workshop.archive("1.0.0"));
        byte[] archive = Files.readAllBytes(workshop.archive("1.0.0"));
        Files.delete(copy);
        Files.delete(workshop.archive("1.0.0"));
        workshop.add("1.1.0", "hello 1.1.0");
        assertEquals(7, workshop.repository().sign(workshop).targets());
        Files.write(workshop.archive("1.0.0"), archive);
        Files.write(copy, archive);
        workshop.check();
    }

    @Test
    void publishedArchiveOfAnotherSize_isNotSignedAgain() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        Files.writeString(workshop.archive("1.0.0"), "damaged");
        assertThrows(VerificationException.class, () -> workshop.repository().sign(workshop));
    }

    @Test
    void damagedNameWithDigest_isRepairedBySigning() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        Path copy = workshop.consistent(workshop.archive("1.0.0"));
        Files.delete(copy);
        assertThrows(VerificationException.class, workshop::check);
        Files.writeString(copy, "hello 1.0.1");
        assertThrows(VerificationException.class, workshop::check);
        workshop.repository().sign(workshop);
        workshop.check();
    }

    @Test
    void unsignedRelease_isInvisibleToClients() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        List<String> changed = workshop.changed(() -> workshop.add("1.1.0", "hello 1.1.0"));
        assertFalse(changed.stream()
                .anyMatch(name -> name.contains("metadata") || name.endsWith(".version-manifest.json")));
        workshop.repository().sign(workshop);
        assertEquals(7, workshop.check().targets());
    }

    @Test
    void oldStates_areRemovedAfterFiveMore() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0", "1.5.0", "1.6.0");
        List<String> names = List.copyOf(workshop.files().keySet());
        assertEquals(
                List.of(
                        "metadata/1.root.json",
                        "metadata/4.snapshot.json",
                        "metadata/4.targets.json",
                        "metadata/5.snapshot.json",
                        "metadata/5.targets.json",
                        "metadata/6.snapshot.json",
                        "metadata/6.targets.json",
                        "metadata/7.snapshot.json",
                        "metadata/7.targets.json",
                        "metadata/8.snapshot.json",
                        "metadata/8.targets.json",
                        "metadata/timestamp.json"),
                names.stream().filter(name -> name.startsWith("metadata")).toList());
        assertEquals(
                5,
                names.stream()
                        .filter(name -> name.endsWith(".version-manifest.json"))
                        .count());
        assertEquals(7 * 3 + 1, workshop.check().targets());
    }

    @Test
    void removedTarget_staysWhileMetadataListsIt() throws Exception {
        Workshop workshop = Workshop.with(folder, "1.0.0", "1.1.0");
        Path copy = workshop.consistent(workshop.archive("1.0.0"));
        workshop.forget("1.0.0");
        for (int states = 1; states <= 4; states++) {
            workshop.repository().sign(workshop);
            assertTrue(Files.exists(copy), states + " states later");
        }
        workshop.repository().sign(workshop);
        assertFalse(Files.exists(copy));
        assertTrue(Files.exists(workshop.archive("1.0.0")));
        assertEquals(4, workshop.check().targets());
    }

    @Test
    void refresh_renewsOnlyTheTimestamp() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        workshop.pass(6);
        List<String> changed = workshop.changed(() -> workshop.repository().refresh(workshop));
        assertEquals(List.of("metadata/timestamp.json"), changed);
        assertEquals(List.of(KeyRole.ONLINE), workshop.used);
        workshop.pass(6);
        assertEquals(List.of(1L, 2L, 2L, 3L), versions(workshop.check()));
    }

    @Test
    void refresh_renewsTheSnapshotAfterHalfItsValidity() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        workshop.pass(15);
        List<String> changed = workshop.changed(() -> workshop.repository().refresh(workshop));
        assertEquals(List.of("metadata/3.snapshot.json", "metadata/timestamp.json"), changed);
        workshop.check();
    }

    @Test
    void refresh_renewsExpiredMetadata() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        workshop.pass(100);
        workshop.repository().refresh(workshop);
        workshop.check();
        workshop.pass(300);
        workshop.repository().sign(workshop);
        workshop.repository().renewRoot(workshop);
        assertEquals(List.of(2L, 3L, 4L, 4L), versions(workshop.check()));
    }

    @Test
    void foreignKey_signsNothing() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        for (KeyRole role : List.of(KeyRole.TARGETS, KeyRole.ONLINE)) {
            SignerProvider stranger = workshop.with(role, workshop.newKey());
            List<String> changed = workshop.changed(() -> assertThrows(
                    UsageException.class, () -> workshop.repository().sign(stranger)));
            assertEquals(List.of(), changed);
        }
    }

    @Test
    void lockedRepository_isNotSigned() throws CcoException, IOException {
        Workshop workshop = Workshop.with(folder, "1.0.0");
        try (PublishWorkspace busy = PublishWorkspace.open(workshop.directory)) {
            busy.write("something", new byte[1]);
            assertThrows(BusyException.class, () -> workshop.repository().sign(workshop));
        }
    }

    @Test
    void emptyRepository_isNotSigned() throws CcoException, IOException {
        Workshop begun = Workshop.with(folder.resolve("a"));
        assertThrows(UsageException.class, () -> begun.repository().sign(begun));
        Workshop bare = new Workshop(folder.resolve("b"));
        bare.add("1.0.0", "hello");
        assertThrows(UsageException.class, () -> bare.repository().sign(bare));
        assertThrows(
                UsageException.class,
                () -> new RepositoryCheck(bare.directory, Optional.empty(), FileDigests.READ).check(bare.now));
    }

    @Test
    void expiryPolicy_isKeptInTheRoot() throws CcoException, IOException {
        Workshop workshop = new Workshop(folder);
        workshop.repository().init(Workshop.HELLO, workshop, new ExpiryPolicy(30, 20, 10, 1));
        workshop.add("1.0.0", "hello");
        assertEquals(
                List.of("2026-07-01T12:00:00Z", "2026-06-21T12:00:00Z", "2026-06-11T12:00:00Z", "2026-06-02T12:00:00Z"),
                expiries(workshop.repository().sign(workshop)));
        assertThrows(UsageException.class, () -> new ExpiryPolicy(30, 20, 10, 0).requireValid());
        assertTrue(ExpiryPolicy.DEFAULT.isDue(RoleName.ROOT, workshop.now, workshop.now));
    }
}
