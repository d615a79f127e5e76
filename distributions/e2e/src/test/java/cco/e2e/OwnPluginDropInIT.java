package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cco that was built without its own plugins, to which the user adds them like any other plugin. */
class OwnPluginDropInIT {

    private static final Path MODULES = Machine.BUNDLE.resolveSibling("modules");
    private static final Pattern PLUGIN =
            Pattern.compile("cco-(?:source-file|source-github|source-mirror|verifier-sha256)-.*\\.jar");

    @TempDir
    Path folder;

    @Test
    void ownPlugins_workAsDropIns() throws IOException {
        Machine user = new Machine(folder.resolve("user"), programWithoutPlugins());
        Publisher builds = new Publisher(folder.resolve("builds"), "hello").release("1.0.0");
        String[] install = {"install", "hello", "--from", builds.repository().toString(), "--trust", "sha256"};
        user.cco(install).exits(8).complains("no source is named file");

        List<Path> plugins = jars(true);
        assertEquals(4, plugins.size(), plugins.toString());
        for (Path jar : plugins) {
            user.cco("plugin", "trust", "--yes", jar.toString()).exits(0);
        }

        user.cco(install).exits(0);
        user.installed("hello").prints("hello from 1.0.0");
        user.cco("plugin", "verify").exits(0).prints("source file").prints("verifier sha256");
    }

    /** A launcher that runs the modules of the bundle, without the plugins, on the JDK of this test. */
    private Path programWithoutPlugins() throws IOException {
        Path modules = Files.createDirectories(folder.resolve("modules"));
        for (Path jar : jars(false)) {
            Files.copy(jar, modules.resolve(jar.getFileName()));
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(
                folder.resolve("cco"),
                "#!/bin/sh\nexec '" + java + "' --module-path '" + modules
                        + "' --module cco.cli/cco.cli.Main \"$@\"\n");
        program.toFile().setExecutable(true);
        return program;
    }

    private static List<Path> jars(boolean plugins) throws IOException {
        try (Stream<Path> jars = Files.list(MODULES)) {
            return jars.filter(
                            jar -> PLUGIN.matcher(jar.getFileName().toString()).matches() == plugins)
                    .sorted()
                    .toList();
        }
    }
}
