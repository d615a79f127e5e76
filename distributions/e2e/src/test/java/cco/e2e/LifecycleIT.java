package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is installed from a folder, updated and rolled back. */
class LifecycleIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;

    @BeforeEach
    void release() throws IOException {
        machine = new Machine(folder.resolve("user's machine"));
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
    }

    private void install() throws IOException {
        machine.install("hello", List.of(publisher.repository()));
    }

    @Test
    void install_makesCommandAvailable() throws IOException {
        install();
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        assertEquals(
                Path.of("versions/1.0.0"),
                Files.readSymbolicLink(machine.app("hello").resolve("current")));
        machine.cco("list").exits(0).prints("hello").prints("1.0.0");
    }

    @Test
    void installWithoutTrust_isRefused() throws IOException {
        machine.cco("install", "hello", "--from", publisher.repository().toString())
                .exits(2)
                .complains("--trust sha256");
        assertFalse(Files.exists(machine.app("hello")));
    }

    @Test
    void update_keepsOldVersionForRollback() throws IOException {
        install();
        publisher.release("1.1.0");
        machine.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertTrue(Files.isDirectory(machine.app("hello").resolve("versions/1.0.0")));
        Files.move(publisher.repository(), folder.resolve("gone"));
        machine.cco("update", "hello", "--rollback").exits(0).prints("1.0.0");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("update", "hello", "--rollback").exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void check_reportsByExitCode() throws IOException {
        install();
        machine.cco("update", "hello", "--check").exits(0);
        publisher.release("1.1.0");
        machine.cco("update", "hello", "--check").exits(100).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        assertFalse(Files.exists(machine.app("hello").resolve("versions/1.1.0")));
    }

    @Test
    void updateWithoutTerminalOrYes_onlyReports() throws IOException {
        install();
        publisher.release("1.1.0");
        machine.cco("update", "hello").exits(100).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void dryRun_reportsAndChangesNothing() throws IOException {
        install();
        publisher.release("1.1.0", "--notes", "https://example.com/notes");
        machine.cco("update", "hello", "--dry-run").exits(0).prints("1.1.0").prints("https://example.com/notes");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void olderVersion_isInstalledWhenNamed() throws IOException {
        publisher.release("1.1.0");
        install();
        machine.installed("hello").prints("hello from 1.1.0");
        machine.cco("update", "hello", "--version", "1.0.0", "--yes").exits(0);
        machine.installed("hello").prints("hello from 1.0.0");
    }

    @Test
    void prerelease_isOfferedOnItsChannelAndLessStableOnes() throws IOException {
        install();
        publisher.release("1.1.0-beta.1");
        machine.cco("update", "hello", "--check").exits(0);
        machine.cco("update", "hello", "--check", "--channel", "beta")
                .exits(100)
                .prints("1.1.0-beta.1");
        machine.cco("update", "hello", "--check", "--channel", "nightly")
                .exits(100)
                .prints("1.1.0-beta.1");
    }

    @Test
    @TestsSettings("updates.keep_versions")
    void retention_keepsConfiguredNumber() throws IOException {
        install();
        machine.cco("config", "set", "updates.keep_versions", "2").exits(0);
        for (String version : new String[] {"1.1.0", "1.2.0", "1.3.0"}) {
            publisher.release(version);
            machine.cco("update", "hello", "--yes").exits(0);
        }
        try (var versions = Files.list(machine.app("hello").resolve("versions"))) {
            assertEquals(
                    java.util.List.of("1.2.0", "1.3.0"),
                    versions.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void versionThatDoesNotStart_isNotActivated() throws IOException {
        install();
        publisher.add("1.1.0", publisher.build("1.1.0", "9.9.9"), "--no-smoke");
        Run run = machine.cco("update", "hello", "--yes");
        assertEquals(0, run.exit(), "published with --no-smoke, so nothing is started: " + run);
        publisher.add("1.2.0", publisher.build("1.2.0", "9.9.9"));
        machine.cco("update", "hello", "--yes").exits(5).complains("9.9.9");
        machine.installed("hello").exits(0).prints("hello from 9.9.9");
        assertFalse(Files.exists(machine.app("hello").resolve("versions/1.2.0")));
    }

    @Test
    void cco_installsItself() throws IOException {
        machine = Machine.ofBundle(folder.resolve("another machine"));
        machine.cco("update").exits(7).complains("cco install cco --from PLACE`");
        machine.cco("install", "cco").exits(2).complains("without the address of its own releases");
        String repository = InstalledCco.repository().toString();
        machine.cco("install", "cco", "--from", repository)
                .exits(2)
                .complains("this copy of cco was built without the keys of its own releases");
        machine.cco("install", "cco", "--from", repository, "--trust", "sha256").exits(0);
        machine.installed("cco", "--version").exits(0).prints("cco " + Machine.VERSION);
        machine.installed("cco", "update", "--check").exits(0);
        machine.cco("update").exits(7).complains("not the one");
        assertTrue(Files.exists(machine.app("cco").resolve("current/runtime/lib/server/classes.jsa")));
    }
}
