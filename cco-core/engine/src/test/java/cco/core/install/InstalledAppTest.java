package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.THREE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Programs;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An app with two versions: what cco sees of it, repairs in it and switches back to. */
class InstalledAppTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void twoIsCurrent() throws Exception {
        app = new TestHome(root);
        app.install(ONE);
        app.install(TWO);
    }

    private InstallInspector inspector() {
        return new InstallInspector(app.home, app.installer);
    }

    private VersionRepair repair(AppLock lock) {
        return new VersionRepair(lock, app.installer, app);
    }

    private Reactivation reactivation(AppLock lock) {
        return new Reactivation(lock, app.installer, app, InstantSource.fixed(TestHome.NOW));
    }

    private boolean canReactivate(Version version, String trust) throws CcoException {
        try (AppLock lock = AppLock.acquire(app.home)) {
            return reactivation(lock)
                    .isPossible(version, TestHome.archive(version).file().sha256(), trust);
        }
    }

    @Test
    void apps_areSorted_withoutForeignNames() throws Exception {
        Path folder = Files.createDirectory(root.resolve("apps"));
        for (String name : List.of("zebra", "ant", ".in-use", "Not an app")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.createFile(folder.resolve("file"));
        assertEquals(List.of(new AppName("ant"), new AppName("zebra")), AppHome.apps(folder));
        assertEquals(List.of(), AppHome.apps(root.resolve("missing")));
    }

    @Test
    void versions_areSorted_withoutForeignNames() throws Exception {
        Path versions = app.home.version(ONE).getParent();
        Files.createDirectory(versions.resolve("10.0.0"));
        Files.createDirectory(versions.resolve("no version"));
        Files.createFile(versions.resolve("4.0.0"));
        Files.createSymbolicLink(versions.resolve("5.0.0"), app.home.version(ONE));
        assertEquals(List.of(ONE, TWO, Version.of("10.0.0")), app.home.versions());
        assertFalse(app.home.has(Version.of("4.0.0")));
        assertFalse(app.home.has(Version.of("5.0.0")));
        assertEquals(List.of(), new TestHome(root.resolve("other")).home.versions());
    }

    @Test
    void remnant_hasFilesAndNoReceipt() throws Exception {
        assertFalse(app.home.isRemnant());
        TestHome other = new TestHome(root.resolve("other"));
        assertFalse(other.home.isRemnant());
        Files.createDirectories(other.home.state());
        assertTrue(other.home.isRemnant());
        Files.createDirectories(other.home.version(ONE));
        assertFalse(other.home.isRemnant(), "versions without a receipt are somebody's");
        Files.createFile(other.home.journal());
        assertTrue(other.home.isRemnant());
    }

    @Test
    void writableHome_isThatOfItsUser() throws Exception {
        assertTrue(app.home.isWritable());
        assertEquals(Optional.empty(), app.home.otherOwner());
        Path file = Files.createFile(root.resolve("file"));
        AppHome unwritable = new AppHome(app.home.app(), file.resolve("data"), app.home.state());
        assertFalse(unwritable.isWritable());
        assertFalse(new AppHome(app.home.app(), app.home.data(), file.resolve("state")).isWritable());
        assertTrue(new TestHome(root.resolve("not/yet/there")).home.isWritable());
    }

    @Test
    void interruption_isNamedByItsStep() throws Exception {
        Journal journal = new Journal(app.home);
        assertEquals(Optional.empty(), inspector().interrupted());
        journal.write(new Journal.Entry.Staging(THREE));
        assertEquals(
                Optional.of("the installation of 3.0.0 was interrupted"),
                inspector().interrupted());
        journal.write(new Journal.Entry.Activating(app.receipt(), false, Optional.empty(), Optional.empty()));
        assertEquals(
                Optional.of("the switch to 2.0.0 was interrupted"), inspector().interrupted());
        journal.write(new Journal.Entry.Activated(app.receipt(), Optional.empty()));
        assertEquals(
                Optional.of("the switch to 2.0.0 was interrupted before it was recorded"),
                inspector().interrupted());
        Files.writeString(app.home.journal(), "{");
        assertTrue(inspector().interrupted().orElseThrow().contains("is damaged"));
        Files.delete(app.home.journal());
        Files.createDirectory(app.home.journal());
        assertThrows(InstallException.class, () -> inspector().interrupted());
    }

    @Test
    void pointer_isReadWithoutItsFolder() throws Exception {
        assertEquals(Optional.of(TWO), inspector().pointer());
        assertEquals(
                Optional.empty(),
                new InstallInspector(new TestHome(root.resolve("other")).home, app.installer).pointer());
    }

    @Test
    void unlistedFiles_areSorted_withoutTheStartupArchive() throws Exception {
        Files.delete(app.file(ONE, "lib/classes.jsa"));
        assertEquals(List.of(), inspector().unlisted(ONE));
        Path archive = app.file(ONE, "runtime/lib/server/classes.jsa");
        Files.createDirectories(archive.getParent());
        Files.createFile(archive);
        Files.createFile(app.file(ONE, "z"));
        Files.createFile(app.file(ONE, "lib/a"));
        assertEquals(List.of("lib/a", "z"), inspector().unlisted(ONE));
        assertThrows(InstallException.class, () -> inspector().unlisted(THREE));
    }

    @Test
    void leftovers_areVersionsFoldersAndTemporaryFiles() throws Exception {
        assertEquals(List.of(), inspector().leftovers(app.receipt()));
        Path version = Files.createDirectory(app.home.version(THREE));
        Path staging = Files.createDirectory(app.home.stagingFolder());
        Path incoming = Files.createDirectory(app.home.incomingFolder());
        Path inData = Files.createFile(app.home.data().resolve("receipt.json.1.tmp"));
        Path inState = Files.createFile(app.home.state().resolve("memory.json.1.tmp"));
        assertEquals(
                List.of(version, staging, incoming, inData, inState),
                inspector().leftovers(app.receipt()));
    }

    @Test
    void intactVersion_canBecomeCurrentAgain() throws Exception {
        assertTrue(canReactivate(ONE, "sha256"));
        assertFalse(canReactivate(ONE, "tuf"), "another mode would have verified it");
        assertFalse(canReactivate(THREE, "sha256"), "it is not installed");
        try (AppLock lock = AppLock.acquire(app.home)) {
            assertFalse(reactivation(lock).isPossible(ONE, new Sha256("cd".repeat(32)), "sha256"));
        }
        app.spoil(ONE, "lib/data");
        assertFalse(canReactivate(ONE, "sha256"));
    }

    @Test
    void versionWithoutFolderOrList_cannotBecomeCurrentAgain() throws Exception {
        Files.delete(app.home.fileList(ONE));
        assertFalse(canReactivate(ONE, "sha256"));
        DurableFiles.deleteTree(app.home.version(TWO));
        assertFalse(canReactivate(TWO, "sha256"));
    }

    @Test
    void reactivation_switchesAndRecords() throws Exception {
        Provenance beta = new Provenance("other", "sha256", new Channel("beta"));
        try (AppLock lock = AppLock.acquire(app.home)) {
            Receipt receipt = reactivation(lock).activate(ONE, beta, Optional.empty());
            assertEquals(receipt, app.receipt());
            assertEquals(ONE, receipt.current());
            assertEquals(Optional.of(TWO), receipt.previous());
            assertEquals(beta, receipt.provenance());
        }
        assertEquals(Optional.of("1.0.0"), app.current());
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void reactivatedVersionThatDoesNotWork_givesWay() throws Exception {
        Path obstacle = root.resolve("obstacle");
        app.installTested(THREE, obstacle);
        app.rollBack();
        Files.createFile(obstacle);
        try (AppLock lock = AppLock.acquire(app.home)) {
            InstallException failed = assertThrows(
                    InstallException.class,
                    () -> reactivation(lock).activate(THREE, TestHome.MIRROR, Optional.empty()));
            assertTrue(failed.getMessage().startsWith("went back to 2.0.0"), failed.getMessage());
        }
        assertEquals(Optional.of("2.0.0"), app.current());
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void lostCommands_areMadeAgain() throws Exception {
        Path command = app.command.file(app.installer);
        Files.delete(command);
        try (AppLock lock = AppLock.acquire(app.home)) {
            repair(lock).restoreCommands(app.command.bin());
        }
        assertTrue(Files.exists(command));
        assertEquals(List.of(command), app.receipt().outside());
    }

    @Test
    void lostModes_areRestored() throws Exception {
        Path program = app.file(ONE, "hello");
        assertTrue(program.toFile().setExecutable(false, false));
        assertEquals(
                List.of(new FileDamage("hello", FileDamage.Kind.NOT_EXECUTABLE)), new FileCheck(app.home).check(ONE));
        app.spoil(ONE, "lib/data");
        try (AppLock lock = AppLock.acquire(app.home)) {
            repair(lock).restoreModes(ONE);
            repair(lock).restoreModes(THREE);
        }
        assertEquals(List.of(new FileDamage("lib/data", FileDamage.Kind.CHANGED)), new FileCheck(app.home).check(ONE));
        assertFalse(Files.isExecutable(app.file(ONE, "lib/data")));
    }

    @Test
    void damages_areFound_inOrder() throws Exception {
        FileCheck check = new FileCheck(app.home);
        assertEquals(List.of(), check.check(ONE));
        Files.delete(app.file(ONE, "hello"));
        app.spoil(ONE, "lib/data");
        assertEquals(
                List.of("hello is missing", "lib/data has changed"),
                check.check(ONE).stream().map(FileDamage::toString).toList());
        assertThrows(InstallException.class, () -> check.check(THREE));
    }

    @Test
    void damagedVersion_isRemovedUnlessCurrent() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            repair(lock).remove(TWO);
            assertTrue(app.home.has(TWO));
            repair(lock).remove(THREE);
            assertEquals(List.of(), app.notices);
            repair(lock).remove(ONE);
        }
        assertFalse(app.home.has(ONE));
        assertEquals(Optional.empty(), app.receipt().find(ONE));
        assertTrue(app.notices.getFirst().startsWith("removed the damaged hello 1.0.0"), app.notices.toString());
    }

    @Test
    void unknownApp_isNotManaged_withAHint() throws Exception {
        Path apps = root.resolve("apps");
        Files.createDirectories(apps.resolve("hello"));
        Files.createDirectories(apps.resolve("other"));
        assertEquals("did you mean hello?", hint(apps, "helo"));
        assertTrue(hint(apps, "zzzzzz").startsWith("installed apps: hello, other; run `cco install zzzzzz"));
        assertTrue(hint(root.resolve("none"), "zzzzzz").startsWith("run `cco install zzzzzz --from PLACE`"));
    }

    private String hint(Path apps, String name) {
        AppHome home = new AppHome(new AppName(name), apps.resolve(name), root.resolve("state-of-" + name));
        NotManagedException refused = assertThrows(NotManagedException.class, () -> new ReceiptFile(home).require());
        assertEquals(name + " is not installed", refused.getMessage());
        return refused.hint();
    }

    @Test
    void ownCommand_keepsItsNameBesideOthers() {
        List<ProgramLink> links =
                ProgramLink.of(app.command, Programs.of("bin/hello", Map.of("HELLO", "bin/x", "tool", "bin/tool")));
        assertEquals(
                List.of(
                        new ProgramLink(app.command, "bin/hello"),
                        new ProgramLink(new AppCommand(app.command.bin(), "tool"), "bin/tool")),
                links);
    }
}
