package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps are uninstalled completely; {@link CrashIT} interrupts it. */
class UninstallIT {

    @TempDir
    Path folder;

    private Path repository;
    private Machine machine;
    private Path command;

    @BeforeEach
    void installApp() throws IOException {
        repository = new Publisher(folder.resolve("publisher"), "hello")
                .release("1.0.0")
                .repository();
        machine = new Machine(folder.resolve("machine"));
        machine.install("hello", List.of(repository));
        command = machine.home().resolve("bin/hello");
    }

    /** Every file with the app's name in its path or content. */
    private List<Path> traces() throws IOException {
        try (Stream<Path> files = Files.walk(machine.home())) {
            return files.filter(file -> {
                        try {
                            return machine.home().relativize(file).toString().contains("hello")
                                    || Files.isRegularFile(file)
                                            && Files.readString(file).contains("hello");
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .toList();
        }
    }

    private static List<Path> files(Machine machine) throws IOException {
        try (Stream<Path> files = Files.walk(machine.home())) {
            return files.filter(file -> !Files.isDirectory(file)).toList();
        }
    }

    @Test
    void uninstall_removesAppAndNothingElse() throws IOException {
        Path config = machine.home().resolve("config/config.toml");
        Files.writeString(config, "# mine\n[updates]\nkeep_versions = 2\n\n" + Files.readString(config));
        machine.cco("uninstall", "hello").exits(2).complains("pass --yes");
        Run run = machine.cco("uninstall", "hello", "--yes", "--json").exits(0);
        assertEquals("uninstalled", run.events().getLast().get("event").getAsString());
        assertEquals(List.of(), traces());
        assertEquals("# mine\n[updates]\nkeep_versions = 2\n", Files.readString(config));
        machine.cco("uninstall", "hello", "--yes").exits(7).complains("hello is not installed");
        machine.cco("list").exits(0);
    }

    @Test
    void filesAddedByUser_areNamed() throws IOException {
        Path mine = Files.writeString(machine.app("hello").resolve("versions/1.0.0/mine"), "mine");
        Files.delete(command);
        Files.writeString(command, "another's");
        machine.cco("uninstall", "hello", "--yes")
                .exits(0)
                .complains("will also delete " + mine)
                .complains("kept " + command);
        assertEquals("another's", Files.readString(command));
    }

    @Test
    void repeatedAfterAnInterruption_removesTheRest() throws IOException {
        machine.cco("uninstall", "hello", "--yes").exits(0);
        Path cache = machine.home().resolve("cache");
        Path state = machine.home().resolve("state");
        Files.createFile(Files.createDirectories(cache.resolve("blobs/sha256")).resolveSibling("sha256.lock"));
        Files.createFile(Files.createDirectories(state.resolve("apps")).resolveSibling("config.lock"));
        machine.cco("uninstall", "hello").exits(7);
        assertTrue(Files.exists(cache), "nobody has agreed to a removal");
        machine.cco("uninstall", "hello", "--yes").exits(7).complains("hello is not installed");
        assertFalse(Files.exists(cache) || Files.exists(state));
    }

    @Test
    void ccoUninstallsItself_andKeepsConfiguration() throws IOException {
        Machine own = new Machine(folder.resolve("own"));
        InstalledCco.copyTo(own.home());
        own.installed("cco", "doctor").exits(0).prints("ok        command");
        Path config = own.home().resolve("config/config.toml");
        Run run = own.installed("cco", "uninstall", "cco", "--yes")
                .exits(0)
                .prints("uninstalled cco")
                .complains("kept your configuration in " + config);
        assertFalse(run.err().contains("other apps"), run.err());
        for (String gone : List.of("bin/cco", "data/apps/cco", "state/apps/cco", "config/anchors/cco")) {
            assertFalse(Files.exists(own.home().resolve(gone), LinkOption.NOFOLLOW_LINKS), gone);
        }
        assertEquals(List.of(config), files(own));
    }

    @Test
    void ccoWithOtherApps_saysThatTheirUpdatesEnd() throws IOException {
        Machine own = new Machine(folder.resolve("own"));
        InstalledCco.copyTo(own.home());
        own.cco("install", "hello", "--from", repository.toString(), "--trust", "sha256")
                .exits(0);
        own.installed("cco", "uninstall", "cco").exits(2).complains("other apps stay installed, but no longer");
    }
}
