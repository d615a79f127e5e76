package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An update with unusual paths, locales, umasks and clocks, and many updates at once. */
@Execution(ExecutionMode.CONCURRENT)
class EnvironmentIT {

    @TempDir
    Path folder;

    private Path program;
    private Machine machine;
    private Publisher publisher;

    @BeforeEach
    void release() throws IOException {
        program = InstalledCco.program();
        machine = new Machine(folder.resolve("machine"), program);
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
    }

    private Run install() throws IOException {
        return machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256");
    }

    private void updates() throws IOException {
        install().exits(0);
        publisher.release("1.1.0");
        machine.cco("update", "hello", "--yes").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(List.of(), machine.unfinished());
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's \"quoted\" \u00fcn\u00ef\u2192\u6f22", "-n $HOME`id`*[a];", "new\nline\t"})
    void home_mayHaveAnyName(String name) throws IOException {
        machine = new Machine(folder.resolve(name), program);
        updates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "C.UTF-8", ""})
    void everyLocale_allowsNonAsciiPaths(String locale) throws IOException {
        machine = new Machine(folder.resolve("J\u00fcrgen")).with("LC_ALL", locale);
        Path bundle = folder.resolve("B\u00fcndel");
        machine.run(List.of("cp", "-a", Machine.BUNDLE.toString(), bundle.toString()))
                .exits(0);
        machine.run(List.of(bundle.resolve("cco").toString(), "config", "path"))
                .exits(0)
                .prints(machine.home().toString());
    }

    @Test
    void withoutTmpdirAndPath_updates() throws IOException {
        machine.with("TMPDIR", "/nowhere").with("PATH", "");
        updates();
    }

    @Test
    void unsetHome_fallsBackToThePasswdEntry() throws IOException {
        machine.with("CCO_HOME", "").with("HOME", "");
        Path entry = Path.of(System.getProperty("user.home"));
        machine.cco("config", "path")
                .exits(0)
                .prints(entry.resolve(".config/cco/config.toml").toString());
        machine.with("HOME", "/");
        machine.cco("config", "path")
                .exits(0)
                .prints(entry.resolve(".config/cco/config.toml").toString());
    }

    @Test
    void relativeCcoHome_isRefused() throws IOException {
        machine.with("CCO_HOME", "relative");
        machine.cco("list").exits(2).complains("not an absolute path: relative");
    }

    @ParameterizedTest
    @CsvSource({"077,rw-------", "022,rw-r--r--", "000,rw-r--r--"})
    void umask_onlyHidesStateFiles(String umask, String mode) throws IOException {
        String script = "umask " + umask + " && exec \"$@\"";
        machine.run(List.of(
                        "sh",
                        "-c",
                        script,
                        "sh",
                        program.toString(),
                        "install",
                        "hello",
                        "--from",
                        publisher.repository().toString(),
                        "--trust",
                        "sha256"))
                .exits(0);
        try (Stream<Path> files = Files.walk(machine.app("hello").resolve("versions/1.0.0"))) {
            for (Path file : files.toList()) {
                Set<PosixFilePermission> all = Files.getPosixFilePermissions(file);
                assertTrue(all.contains(PosixFilePermission.OTHERS_READ), file + " " + all);
                assertFalse(all.contains(PosixFilePermission.OTHERS_WRITE), file + " " + all);
            }
        }
        for (String file : List.of(
                "config/config.toml",
                "data/apps/hello/receipt.json",
                "data/apps/hello/files/1.0.0.json",
                "state/apps/hello/memory.json",
                "state/apps/hello/schedule.toml")) {
            assertEquals(
                    mode,
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(machine.home().resolve(file))),
                    file);
        }
    }

    @Test
    void concurrentUpdates_oneWinsOthersAreBusy() throws IOException {
        Publisher other = new Publisher(folder.resolve("publisher of other"), "other").release("1.0.0");
        install().exits(0);
        machine.install("other", List.of(other.repository()));
        publisher.release("1.1.0");
        other.release("1.1.0");
        List<Machine.Started> started = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String app = i % 2 == 0 ? "hello" : "other";
            started.add(machine.start("update", app, "--yes"));
        }
        int done = 0;
        for (Machine.Started one : started) {
            Run run = Machine.await(one);
            done += run.exit() == 0 ? 1 : 0;
            assertTrue(run.exit() == 0 || run.exit() == 6 && run.err().contains("another cco"), run::toString);
        }
        assertTrue(done >= 2, "only " + done + " updates ended well");
        machine.installed("hello").prints("hello from 1.1.0");
        machine.installed("other").prints("hello from 1.1.0");
        assertEquals(List.of(), machine.unfinished());
    }

    @Test
    void clockSetBack_holdsNothingBack() throws IOException {
        install().exits(0);
        Path memory = machine.home().resolve("state/apps/hello/memory.json");
        String seen = Files.readString(memory);
        Files.writeString(memory, seen.replaceAll("\"accepted_at\": \"\\d{4}", "\"accepted_at\": \"2090"));
        machine.cco("config", "set", "updates.minimum_age", "30d").exits(0);
        publisher.release("1.1.0");
        Path manifest = publisher.repository().resolve("version-manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"2026-01-01", "\"2089-01-01"));
        machine.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
    }
}
