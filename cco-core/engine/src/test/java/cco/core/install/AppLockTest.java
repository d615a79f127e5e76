package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.BusyException;
import cco.core.error.InstallException;
import java.io.BufferedReader;
import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLockTest {

    @TempDir
    private Path root;

    private AppHome home;

    @BeforeEach
    void home() {
        home = new TestHome(root).home;
    }

    @Test
    void secondAcquisition_isBusy_andKeepsTheLock() throws Exception {
        try (AppLock lock = AppLock.acquire(home)) {
            BusyException busy = assertThrows(BusyException.class, () -> AppLock.acquire(home));
            assertTrue(busy.getMessage()
                    .startsWith("another cco (pid " + ProcessHandle.current().pid() + ", since "));
            assertTrue(AppLock.holder(home).isPresent());
            // POSIX would have dropped it if the file had been opened and closed again.
            assertTrue(inAnotherProcess(process -> firstLine(process).startsWith("another cco (pid ")));
            assertEquals(home, lock.home());
        }
    }

    @Test
    void lockOfOtherProcess_isBusy_andNamesIt() throws Exception {
        assertTrue(inAnotherProcess(process -> {
            assertEquals("holding hello", firstLine(process));
            BusyException busy = assertThrows(BusyException.class, () -> AppLock.acquire(home));
            String message = busy.getMessage();
            assertTrue(
                    message.matches("another cco \\(pid " + process.pid()
                            + ", since \\d\\d:\\d\\d:\\d\\d\\) is working on hello"),
                    message);
            assertEquals("wait for it to finish", busy.hint());
            return true;
        }));
    }

    @Test
    void killedProcess_losesTheLock() throws Exception {
        assertTrue(inAnotherProcess(process -> {
            assertEquals("holding hello", firstLine(process));
            process.destroyForcibly().waitFor();
            assertEquals(process.pid(), AppLock.holder(home).orElseThrow().pid());
            try (AppLock lock = AppLock.acquire(home)) {
                return lock.home().equals(home);
            }
        }));
    }

    @Test
    void release_keepsFile_withoutHolder() throws Exception {
        try (AppLock lock = AppLock.acquire(home)) {
            assertEquals(home, lock.home());
        }
        assertTrue(Files.exists(home.lock()));
        assertEquals(Optional.empty(), AppLock.holder(home));
        AppLock.acquire(home).close();
    }

    @Test
    void releasedLock_givesNoAccess() throws Exception {
        AppLock lock = AppLock.acquire(home);
        lock.close();
        lock.close();
        assertThrows(IllegalStateException.class, lock::home);
    }

    @Test
    void freshApp_hasNoHolder() {
        assertEquals(Optional.empty(), AppLock.holder(home));
    }

    @Test
    void uncreatableStateFolder_isAnInstallException() throws Exception {
        // Root may write into read-only folders, so a file stands where the folder should be.
        Files.writeString(root.resolve("state"), "a file");
        InstallException refused = assertThrows(InstallException.class, () -> AppLock.acquire(home));
        assertTrue(refused.getMessage().startsWith("cannot lock hello: "), refused.getMessage());
    }

    private interface Check {
        boolean test(Process process) throws Exception;
    }

    private boolean inAnotherProcess(Check check) throws Exception {
        String path = folderOf(AppLock.class) + File.pathSeparator + folderOf(LockHolder.class);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        path,
                        LockHolder.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return check.test(process);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String firstLine(Process process) throws Exception {
        // Not closed: the process would take the end of its output for a reason to go.
        BufferedReader lines = process.inputReader();
        return lines.readLine();
    }

    /** Test classes are patched into the module, so its location alone would not do. */
    private static String folderOf(Class<?> type) throws URISyntaxException {
        URL file = type.getResource(type.getSimpleName() + ".class");
        Path folder = Path.of(file.toURI());
        for (String ignored : type.getName().split("\\.")) {
            folder = folder.getParent();
        }
        return folder.toString();
    }
}
