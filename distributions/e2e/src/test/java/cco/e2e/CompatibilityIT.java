package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Continues with the files of cco 0.1.0: its state, configuration, plugin and release repositories. */
class CompatibilityIT {

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void unpack() throws IOException {
        EarlierState.unpack("0.1.0", folder);
        machine = new Machine(folder).with("CCO_HOME", folder.resolve("home").toString());
    }

    private Path home() {
        return folder.resolve("home");
    }

    private void runs(String app, String version) throws IOException {
        machine.run(List.of(home().resolve("bin").resolve(app).toString()))
                .exits(0)
                .prints("hello from " + version);
    }

    @Test
    void list_showsApps() throws IOException {
        Run list = machine.cco("list", "--json").exits(0);
        assertEquals(
                List.of("halted 1.0.0 sha256", "hello 1.1.0 tuf", "plain 1.0.0 sha256"),
                list.events().stream()
                        .map(app -> app.get("app").getAsString() + " "
                                + app.get("version").getAsString() + " "
                                + app.get("trust").getAsString())
                        .sorted()
                        .toList());
    }

    @Test
    void signedApp_isCheckedUpdatedAndRolledBack() throws IOException {
        machine.cco("update", "hello", "--check").exits(100).prints("1.2.0");
        machine.cco("update", "hello", "--rollback").exits(0);
        runs("hello", "1.0.0");
        machine.cco("update", "hello", "--version", "1.2.0", "--yes").exits(0);
        runs("hello", "1.2.0");
        machine.cco("update", "hello", "--rollback").exits(0);
        runs("hello", "1.0.0");
        machine.cco("doctor", "hello").exits(0);
    }

    @Test
    void update_retainsConfiguredNumberOfVersions() throws IOException {
        machine.cco("update", "hello", "--yes").exits(0);
        runs("hello", "1.2.0");
        assertFalse(Files.exists(home().resolve("data/apps/hello/versions/1.0.0")));
        assertTrue(Files.exists(home().resolve("data/apps/hello/versions/1.1.0")));
    }

    @Test
    void plugin_isLoaded() throws IOException {
        machine.cco("plugin", "verify").exits(0);
        machine.cco("plugin", "list").exits(0).prints("compat");
        machine.cco("config", "set", "apps.plain.verifiers.required", "compat").exits(0);
        machine.cco("update", "plain", "--yes").exits(4).complains("unknown name plain-v1.1.0");
        machine.cco("config", "unset", "apps.plain.verifiers.required").exits(0);
        machine.cco("update", "plain", "--yes").exits(0);
        runs("plain", "1.1.0");
    }

    @Test
    void interruptedUpdate_isCompleted() throws IOException {
        runs("halted", "1.0.0");
        machine.cco("update", "halted", "--yes").exits(0);
        runs("halted", "1.1.0");
        assertFalse(Files.exists(home().resolve("state/apps/halted/journal.json")));
        machine.cco("doctor", "halted").exits(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "plain", "halted"})
    void uninstall_removesApp(String app) throws IOException {
        machine.cco("uninstall", app, "--yes").exits(0);
        for (String gone : List.of("bin/", "data/apps/", "state/apps/", "config/anchors/")) {
            assertFalse(Files.exists(home().resolve(gone + app), LinkOption.NOFOLLOW_LINKS), gone);
        }
        assertEquals(2, machine.cco("list", "--json").exits(0).events().size());
    }

    @Test
    void configuration_keepsValuesAndComments() throws IOException {
        machine.cco("config", "get", "updates.keep_versions").exits(0).prints("2");
        machine.cco("config", "get", "apps.hello.verifiers.required").exits(0).prints("compat");
        machine.cco("config", "set", "updates.channel", "beta").exits(0);
        String text = Files.readString(home().resolve("config/config.toml"));
        assertTrue(text.startsWith("# Written by hand.\n"), text);
        assertTrue(text.contains("keep_versions = 2 # two are enough\n"), text);
        machine.cco("telemetry", "show").exits(0).prints("\"updated\"");
    }

    @Test
    void signedRepository_acceptsNewRelease() throws IOException {
        Path repository = folder.resolve("repositories/hello");
        Path build = new Publisher(folder.resolve("publisher"), "hello").build("1.3.0");
        machine.cco(Publisher.command("hello", "1.3.0", build, repository)).exits(0);
        String keys = folder.resolve("keys").toString();
        machine.cco("release", "sign", "--repository", repository.toString(), "--keys", keys)
                .exits(0);
        machine.cco("update", "hello", "--yes").exits(0);
        runs("hello", "1.3.0");
    }

    @Test
    void repository_canBeInstalledFrom() throws IOException {
        Machine other = new Machine(folder.resolve("other"));
        Path repository = folder.resolve("repositories/hello");
        String root = repository.resolve("metadata/1.root.json").toString();
        other.cco("install", "hello", "--from", repository.toString(), "--root", root)
                .exits(0);
        other.installed("hello").exits(0).prints("hello from 1.2.0");
    }
}
