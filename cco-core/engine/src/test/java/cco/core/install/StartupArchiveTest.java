package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.model.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An installed version whose startup archive is damaged, or which does not start at all. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class StartupArchiveTest {

    @TempDir
    private Path root;

    private TestHome app;

    /** The virtual machine is a script that answers as a real one does. */
    @BeforeEach
    void oneHasADamagedArchive() throws Exception {
        app = new TestHome(root);
        app.install(ONE);
        app.install(TWO);
        write("runtime/lib/startup.classlist", "java/lang/Object\n");
        write("runtime/lib/server/classes.jsa", "cut off");
        Path java = write("runtime/bin/java", """
                #!/bin/sh
                case "$*" in
                    *-Xshare:dump*) echo whole > runtime/lib/server/classes.jsa.tmp ;;
                    *-Xshare:on*) grep -q whole runtime/lib/server/classes.jsa ;;
                esac
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path write(String name, String text) throws Exception {
        Path file = app.file(ONE, name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private boolean canReactivate() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            return new Reactivation(lock, app.installer, app, InstantSource.fixed(TestHome.NOW))
                    .isPossible(ONE, TestHome.archive(ONE).file().sha256(), "sha256");
        }
    }

    @Test
    void damagedArchive_isFound() {
        assertTrue(new StartCheck(app.home).hasDamagedArchive(ONE));
        assertFalse(new StartCheck(app.home).hasDamagedArchive(TWO));
    }

    @Test
    void damagedArchive_isMadeAgain() throws Exception {
        assertFalse(canReactivate());
        try (AppLock lock = AppLock.acquire(app.home)) {
            VersionRepair repair = new VersionRepair(lock, app.installer, app);
            repair.restoreArchive(ONE);
            repair.restoreArchive(TWO);
        }
        assertFalse(new StartCheck(app.home).hasDamagedArchive(ONE));
        assertFalse(Files.exists(app.file(TWO, "runtime")));
        assertTrue(canReactivate());
    }

    @Test
    void rollbackToDamagedArchive_isRefused() throws Exception {
        InstallException refused = assertThrows(InstallException.class, app::rollBack);
        assertEquals("the startup archive of hello 1.0.0 is damaged", refused.getMessage());
        assertEquals(Optional.of("2.0.0"), app.current());
    }

    @Test
    void programThatDoesNotStart_isNamed() {
        InstalledVersion entry = new InstalledVersion(
                TWO, TestHome.NOW, Programs.of("lib/data"), Optional.of(List.of("--version")), Optional.empty());
        StartCheck check = new StartCheck(app.home);
        assertTrue(check.problem(entry).orElseThrow().startsWith("cannot be started"));
        InstallException refused = assertThrows(InstallException.class, () -> check.require(entry));
        assertTrue(refused.getMessage().startsWith("hello 2.0.0 cannot be started"), refused.getMessage());
    }
}
