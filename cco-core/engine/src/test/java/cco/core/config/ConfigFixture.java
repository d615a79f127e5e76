package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A configuration file in a folder of its own, and the sources that a usual installation has. */
final class ConfigFixture {

    static final SourceKeys SOURCES = id ->
            Optional.ofNullable(Map.of("github", Set.of("repository"), "mirror", Set.of("urls"), "file", Set.of("path"))
                    .get(id));

    /** The example of the published format, word for word. */
    static final String SAMPLE = """
            [updates]
            enabled = true
            auto_install = false            # require explicit opt-in
            check_interval = "daily"        # daily, weekly, never
            channel = "stable"              # stable, beta, nightly
            notify_on_update = true
            verify_signatures = true
            source = "github"               # the sources are tried in the order given: "github" or ["mirror", "github"]
            skip_versions = []
            keep_versions = 3
            minimum_age = "0d"

            [sources.github]
            repository = "brentley/cco-releases"
            [sources.mirror]
            urls = ["https://mirror.example.com/cco"]
            [sources.file]
            path = "/srv/cco-releases"

            [network]                       # proxy, ca_file, timeout_seconds = 30

            [verifiers]
            required = ["sha256"]           # every one named here must accept, besides what the trust mode demands

            [telemetry]
            enabled = false                 # opt-in anonymous usage stats
            """;

    final Path file;

    ConfigFixture(Path directory, String text) throws IOException {
        file = Files.writeString(directory.resolve("config.toml"), text);
    }

    ConfigFile load() throws CcoException {
        return load(file);
    }

    /** A file on a machine without an administrator's, in an empty environment. */
    static ConfigFile load(Path file) throws CcoException {
        return load(file, Optional.empty(), Map.of());
    }

    static ConfigFile load(Path file, Optional<Layer> system, Map<String, String> variables) throws CcoException {
        Path lock = file.resolveSibling(".lock");
        return ConfigFile.load(file, new Surroundings(system, new Env(variables), lock, SOURCES));
    }

    Configuration settings() throws CcoException {
        return load().settings();
    }

    String text() throws IOException {
        return Files.readString(file);
    }

    /** Loads what must not load, and checks that the one line that the user reads names the place and the reason. */
    UsageException assertRefused(int line, String reason) {
        UsageException refusal = assertThrows(UsageException.class, this::settings);
        String message = refusal.getMessage();
        assertTrue(message.startsWith(file + ":" + line + ": "), message);
        assertTrue(message.contains(reason), message);
        assertTrue(message.lines().count() == 1 && !refusal.hint().isEmpty(), message);
        return refusal;
    }
}
