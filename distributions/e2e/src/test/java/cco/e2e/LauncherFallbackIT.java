package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged installations: the launcher says what is wrong and starts the previous version, without any Java code. */
class LauncherFallbackIT {

    private static final String ARCHIVE = "runtime/lib/server/classes.jsa";

    @TempDir
    Path folder;

    private Machine machine;
    private Path current;
    private Path previous;

    @BeforeEach
    void installTwoVersions() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        Path app = machine.app("cco");
        Path source = InstalledCco.program().toRealPath().getParent();
        current = Files.createDirectories(app.resolve("versions")).resolve(Machine.VERSION);
        previous = current.resolveSibling("0.0.9");
        // Hard links: 90 MB a version would take long to copy. A test replaces files and never changes their content.
        for (Path version : List.of(previous, current)) {
            machine.run(List.of("cp", "-al", source.toString(), version.toString()))
                    .exits(0);
        }
        Files.copy(source.resolveSibling("../receipt.json").normalize(), app.resolve("receipt.json"));
    }

    private Run version() throws IOException {
        return machine.run(List.of(current.resolve("cco").toString(), "--version"));
    }

    private static void cut(Path file, int length) throws IOException {
        byte[] part = Arrays.copyOf(Files.readAllBytes(file), length);
        Files.delete(file);
        Files.write(file, part);
        file.toFile().setExecutable(true);
    }

    @Test
    void undamagedInstallation_startsSilently() throws IOException {
        assertEquals("", version().exits(0).prints("cco " + Machine.VERSION).err());
    }

    @ParameterizedTest
    @CsvSource({
        "runtime/lib/modules,1000000,is damaged",
        "runtime/lib/modules,0,is missing or empty",
        "runtime/bin/java,5000,is damaged",
        "runtime/bin/java,0,is missing or not executable",
        "runtime/lib/server/libjvm.so,1000000,is damaged",
        "runtime/lib/server/libjvm.so,0,is missing or empty",
    })
    void damagedRuntime_startsThePreviousVersion(String file, int length, String problem) throws IOException {
        cut(current.resolve(file), length);
        version()
                .exits(0)
                .prints("cco " + Machine.VERSION)
                .complains("cco: warning: cannot start cco " + Machine.VERSION)
                .complains(problem + "; starting cco 0.0.9 instead")
                .complains("cco: hint: run `cco doctor cco --repair`");
    }

    @Test
    void missingRuntime_withoutAnotherVersion_isAnError() throws IOException {
        for (Path version : List.of(current, previous)) {
            Files.delete(version.resolve("runtime/bin/java"));
        }
        version()
                .exits(126)
                .complains("cco: error: cannot start cco: " + current.toRealPath() + "/runtime/bin/java is missing")
                .complains("cco: hint: unpack a download of cco anywhere");
    }

    @Test
    void damagedStartupArchive_isMadeAgain() throws IOException {
        byte[] bytes = Files.readAllBytes(current.resolve(ARCHIVE));
        Arrays.fill(bytes, 3_000_000, 7_000_000, (byte) -1);
        Files.delete(current.resolve(ARCHIVE));
        Files.write(current.resolve(ARCHIVE), bytes);
        version()
                .exits(0)
                .prints("cco " + Machine.VERSION)
                .complains("cco: note: the startup archive was damaged; cco made it again");
        assertEquals("", version().exits(0).err());
        assertFalse(Arrays.equals(bytes, Files.readAllBytes(current.resolve(ARCHIVE))));
    }

    @Test
    void systemWithoutGlibc_isNamed() throws IOException {
        for (Path version : List.of(current, previous)) {
            String launcher = Files.readString(version.resolve("cco"));
            Files.delete(version.resolve("cco"));
            Files.writeString(version.resolve("cco"), launcher.replaceAll("/lib\\S*/ld-linux-\\S+", "/no/ld-linux.so"));
            version.resolve("cco").toFile().setExecutable(true);
        }
        version()
                .exits(126)
                .complains("this system has no glibc")
                .complains("cco: hint: use a distribution with glibc");
    }

    @Test
    void oldGlibc_isNamed() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.writeString(bin.resolve("getconf"), "#!/bin/sh\necho glibc 2.12\n");
        bin.resolve("getconf").toFile().setExecutable(true);
        machine.with("PATH", bin + ":" + System.getenv("PATH"));
        for (Path version : List.of(current, previous)) {
            Files.delete(version.resolve(ARCHIVE));
        }
        version().exits(126).complains("this system has glibc 2.12").complains("needs glibc 2.17 or newer");
    }
}
