package cco.core.config;

import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.fuzz.Scratch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The configuration file. */
public final class ConfigFuzz {

    private static final SourceKeys SOURCES = id ->
            Optional.ofNullable(Map.of("github", Set.of("repository"), "mirror", Set.of("urls"), "file", Set.of("path"))
                    .get(id));
    private static final KeyPath CHANNEL = KeyPath.of("updates", "channel");

    private ConfigFuzz() {}

    /** Loads a file, reads its settings and edits it. */
    public static void run(byte[] input) throws Exception {
        Path path = Scratch.file("config/config.toml", input);
        Surroundings around =
                new Surroundings(Optional.empty(), new Env(Map.of()), Scratch.path("config/lock"), SOURCES);
        try {
            ConfigFile file = ConfigFile.load(path, around);
            file.settings();
            file.set(CHANNEL, "beta").unset(CHANNEL).settings();
        } catch (UsageException documented) {
            ConfigFile.exists(path);
        }
        Files.delete(path);
    }
}
