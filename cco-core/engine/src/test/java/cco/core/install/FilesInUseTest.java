package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.install.CrashFileSystem.Mounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes while a program of the app runs, on a system that locks the files of running programs. */
class FilesInUseTest {

    @TempDir
    private Path root;

    private final CrashFileSystem system = new CrashFileSystem(Integer.MAX_VALUE, Mounts.ONE_DISK);
    private TestHome app;

    @BeforeEach
    void twoVersions() throws Exception {
        app = new TestHome(system.wrap(root));
        app.install(ONE);
        app.install(TWO);
    }

    @Test
    void oldVersion_isRemovedWhileItRuns() throws Exception {
        system.runFrom(app.file(ONE, "hello"));

        new VersionStore(app.home).discard(ONE);

        assertFalse(app.home.has(ONE));
        assertEquals(1, count(app.home.stagingFolder()));
        system.endPrograms();
        app.recover();
        assertFalse(Files.exists(app.home.stagingFolder()));
    }

    @Test
    void currentVersion_isRepairedWhileItRuns() throws Exception {
        app.spoil(TWO, "hello");
        system.runFrom(app.file(TWO, "hello"));

        app.install(TWO);

        assertEquals(List.of(), new FileCheck(app.home).check(TWO));
        system.endPrograms();
        app.recover();
        assertFalse(Files.exists(app.home.stagingFolder()));
    }

    @Test
    void runningApp_isUninstalled() throws Exception {
        system.runFrom(app.file(TWO, "hello"));

        remove();

        assertFalse(Files.exists(app.home.data(), LinkOption.NOFOLLOW_LINKS));
        assertEquals(1, count(app.home.inUseFolder()));
        assertEquals(
                List.of("hello is still running; delete " + app.home.inUseFolder() + " when it has ended"),
                app.notices);
        system.endPrograms();
        app.install(ONE);
        assertFalse(Files.exists(app.home.inUseFolder()));
    }

    @Test
    void deletionAtTheRestart_isTold() throws Exception {
        system.runFrom(app.file(TWO, "hello"));
        app.installer.removesAfterReboot = true;

        remove();

        assertEquals(List.of("hello is still running; its files are deleted when the computer restarts"), app.notices);
    }

    /** A rename that was done before the disk failed is not tried again: the error names the disk. */
    @Test
    void fileThatHasMovedAlready_isNotMovedAgain() throws Exception {
        Path target = Files.writeString(app.root.resolve("target"), "new");
        Path aside = app.root.resolve("aside");
        assertThrows(
                NoSuchFileException.class,
                () -> new TreeRemoval(aside).replace(app.root.resolve("gone"), target, app.root.resolve("incoming")));
        assertEquals("new", Files.readString(target));
        assertFalse(Files.exists(aside));
    }

    @Test
    void unusedFiles_areRemovedAtOnce() throws Exception {
        remove();
        assertTrue(app.notices.isEmpty(), app.notices.toString());
        assertFalse(Files.exists(app.home.inUseFolder()));
    }

    private void remove() throws Exception {
        AppLock lock = AppLock.acquire(app.home);
        AppRemoval removal = new AppRemoval(lock, app.installer, app);
        removal.removeContents();
        removal.finish();
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
