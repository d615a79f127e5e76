package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.disk.PendingSync;
import cco.core.error.InstallException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a version is treated whose folder already exists. */
class VersionStoreTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void oneIsCurrent() throws Exception {
        app = new TestHome(root);
        app.install(ONE);
    }

    @Test
    void intactVersion_isReused() throws Exception {
        Object before = inode("hello");
        app.install(ONE);
        assertEquals(before, inode("hello"));
    }

    @Test
    void damagedCurrentVersion_isRepairedInPlace() throws Exception {
        Object folder = Files.getAttribute(app.home.version(ONE), "unix:ino");
        app.spoil(ONE, "lib/data");
        Files.delete(app.file(ONE, "hello"));
        assertEquals(
                List.of("hello is missing", "lib/data has changed"),
                new FileCheck(app.home)
                        .check(ONE).stream().map(FileDamage::toString).toList());
        app.install(ONE);
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
        assertEquals(folder, Files.getAttribute(app.home.version(ONE), "unix:ino"));
    }

    /** A kill on the way leaves it no worse than before, so the next repair finds it. */
    @Test
    void damagedOldVersion_isRepairedInPlace() throws Exception {
        Object folder = Files.getAttribute(app.home.version(ONE), "unix:ino");
        app.install(TWO);
        app.spoil(ONE, "lib/data");
        app.install(ONE);
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
        assertEquals(folder, Files.getAttribute(app.home.version(ONE), "unix:ino"));
    }

    @Test
    void lostFileList_isWrittenAgain() throws Exception {
        Files.delete(app.home.fileList(ONE));
        app.install(ONE);
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
    }

    @Test
    void damagedFileList_isWrittenAgain() throws Exception {
        Files.writeString(app.home.fileList(ONE), "{");
        app.install(ONE);
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
    }

    @Test
    void otherReleaseOfCurrentVersion_isRefused() throws Exception {
        InstallException refused =
                assertThrows(InstallException.class, () -> app.install(ONE, "hello", "another 1.0.0"));
        assertEquals(
                "hello 1.0.0 is current, and this archive of the same version has other files", refused.getMessage());
        assertEquals("run 1.0.0", Files.readString(app.file(ONE, "hello")));
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
    }

    @Test
    void otherReleaseOfOldVersion_replacesIt() throws Exception {
        app.install(TWO);
        app.install(ONE, "hello", "another 1.0.0");
        assertEquals("run another 1.0.0", Files.readString(app.file(ONE, "hello")));
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
    }

    @Test
    void versionThatIsNotOnDisk_isNotActivated() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, TWO)) {
            InstallCandidate staged = TestHome.stage(activation.staging(), TWO, "hello", "2.0.0");
            InstallCandidate unsynced = new InstallCandidate(
                    TWO,
                    staged.directory(),
                    PendingSync.start(root.resolve("missing")),
                    staged.programs(),
                    Optional.empty(),
                    staged.files(),
                    staged.archive());
            assertThrows(
                    InstallException.class, () -> activation.activate(unsynced, TestHome.MIRROR, Optional.empty()));
        }
        assertEquals(ONE, app.receipt().current());
        assertFalse(app.home.has(TWO));
    }

    @Test
    void installedFiles_keepTheirModes() throws Exception {
        assertTrue(Files.isExecutable(app.file(ONE, "hello")));
        Files.delete(app.file(ONE, "hello"));
        Files.writeString(app.file(ONE, "hello"), "run 1.0.0");
        assertEquals(
                List.of(new FileDamage("hello", FileDamage.Kind.NOT_EXECUTABLE)), new FileCheck(app.home).check(ONE));
        app.install(ONE);
        assertTrue(Files.isExecutable(app.file(ONE, "hello")));
    }

    @Test
    void linkInPlaceOfFile_isDamage() throws Exception {
        Path elsewhere = Files.writeString(root.resolve("elsewhere"), "run 1.0.0");
        Files.delete(app.file(ONE, "hello"));
        Files.createSymbolicLink(app.file(ONE, "hello"), elsewhere);
        assertEquals(List.of(new FileDamage("hello", FileDamage.Kind.CHANGED)), new FileCheck(app.home).check(ONE));
    }

    @Test
    void unlistedFiles_areNoDamage() throws Exception {
        Files.delete(app.file(ONE, "lib/classes.jsa"));
        Files.writeString(app.file(ONE, "lib/another.jsa"), "made at run time");
        assertEquals(List.of(), new FileCheck(app.home).check(ONE));
    }

    private Object inode(String name) throws Exception {
        return Files.getAttribute(app.file(ONE, name), "unix:ino");
    }
}
