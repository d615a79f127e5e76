package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class BuildCheckTest {

    private static final Programs PROGRAM = Programs.of("hello");

    @TempDir
    private Path folder;

    private void script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("hello"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void check(Programs programs) throws UsageException {
        new BuildCheck(new AppName("hello"), Version.of("1.2.0")).run(folder, programs, List.of("--version"));
    }

    private String refused(Programs programs) {
        return assertThrows(UsageException.class, () -> check(programs)).getMessage();
    }

    @Test
    void programThatPrintsItsVersion_passes() throws IOException {
        script("test \"$*\" = --version && echo hello 1.2.0");
        assertDoesNotThrow(() -> check(PROGRAM));
    }

    @Test
    void programOfAnotherVersion_isRefusedWithItsOutput() throws IOException {
        script("for line in 1 '' 2 3 4 5 6; do echo $line; done");
        assertEquals(
                "hello 1.2.0 does not print its version when called with '--version'; it prints:\n"
                        + "  1\n  2\n  3\n  4\n  5",
                refused(PROGRAM));
    }

    @Test
    void programThatFails_isRefused() throws IOException {
        script("test \"$1\" = --version && echo 1.2.0; exit 3");
        assertTrue(refused(PROGRAM).contains("exits with 3"), refused(PROGRAM));
        script("exit 1");
        assertTrue(refused(PROGRAM).endsWith("; it prints nothing"), refused(PROGRAM));
    }

    @Test
    void healthCheck_isRunToo() throws IOException {
        script("echo 1.2.0; test \"$*\" != 'check --all' || touch healthy");
        assertDoesNotThrow(() -> check(PROGRAM));
        assertFalse(Files.exists(folder.resolve("healthy")));
        Programs checked = PROGRAM.checkedBy(List.of("check", "--all"));
        assertDoesNotThrow(() -> check(checked));
        assertTrue(Files.exists(folder.resolve("healthy")));

        script("test \"$*\" != 'check --all' && echo 1.2.0");
        assertTrue(refused(checked).contains("exits with 1 when called with 'check --all'"), refused(checked));
    }

    @Test
    void programThatCannotStart_isRefused() throws IOException {
        assertTrue(refused(PROGRAM).startsWith("hello 1.2.0 does not start on this machine"), refused(PROGRAM));
        script("exit 0");
        Files.writeString(folder.resolve("hello"), "#!/no/such/interpreter\n");
        assertTrue(refused(PROGRAM).startsWith("hello 1.2.0 does not start on this machine"), refused(PROGRAM));
    }

    @Test
    void interruption_isKept() throws IOException {
        script("sleep 600");
        Thread.currentThread().interrupt();
        String message = refused(PROGRAM);
        assertTrue(Thread.interrupted());
        assertTrue(message.endsWith("was interrupted while it was tested"), message);
    }
}
