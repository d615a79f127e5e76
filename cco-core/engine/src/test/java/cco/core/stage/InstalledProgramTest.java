package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Why an installed program does not start or does not work, in words. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class InstalledProgramTest {

    private static final SmokeRun SMOKE = new SmokeRun(Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    private void script(String body) throws IOException {
        Path file = Files.writeString(folder.resolve("hello"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Optional<String> start() {
        return SMOKE.problem(Version.of("1.2.0"), folder, "hello", List.of("--version"));
    }

    private Optional<String> health() {
        return SMOKE.problem(folder, "hello", List.of("check"));
    }

    @Test
    void soundProgram_hasNoProblem() throws IOException {
        script("case $1 in --version) echo 1.2.0;; check) ;; *) exit 9;; esac");
        assertEquals(Optional.empty(), start());
        assertEquals(Optional.empty(), health());
    }

    @Test
    void otherVersion_isAProblemOfTheStartOnly() throws IOException {
        script("printf '\\n1.1.0\\n'");
        assertEquals(
                Optional.of("does not print its version 1.2.0 when called with '--version'; it printed:\n  1.1.0"),
                start());
        assertEquals(Optional.empty(), health());
    }

    @Test
    void failure_isAProblemOfBoth() throws IOException {
        script("echo 1.2.0; exit 4");
        assertEquals(Optional.of("exits with 4 when called with '--version'; it printed:\n  1.2.0"), start());
        assertEquals(Optional.of("exits with 4 when called with 'check'; it printed:\n  1.2.0"), health());
    }

    @Test
    void missingProgram_cannotBeStarted() {
        assertTrue(start().orElseThrow().startsWith("cannot be started: "), start().toString());
        assertTrue(health().orElseThrow().startsWith("cannot be started: "), health().toString());
    }

    @Test
    void interruptedRun_isNoProblem() throws IOException {
        script("sleep 600");
        Thread.currentThread().interrupt();
        assertEquals(Optional.empty(), start());
        assertTrue(Thread.interrupted());
    }

    @Test
    void output_isCutAt64Kibibytes() throws Exception {
        script("head -c 65537 /dev/zero | tr '\\0' x; head -c 100000 /dev/zero");
        ProgramRun run = ProgramRun.of(List.of(folder.resolve("hello").toString()), folder, Duration.ofSeconds(60));
        assertEquals("x".repeat(1 << 16), run.output());
        assertTrue(run.succeeded());
    }

    /** A child that lives on holds the pipe open, and the result does not wait for it. */
    @Test
    void childThatLivesOn_doesNotChangeTheResult() throws Exception {
        script("(trap '' HUP; exec sleep 600) & echo $! > child; echo hello");
        ProgramRun run = ProgramRun.of(List.of(folder.resolve("hello").toString()), folder, Duration.ofMillis(700));
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        assertEquals(OptionalInt.of(0), run.exit());
        assertEquals("hello\n", run.output());
    }
}
