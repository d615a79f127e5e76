package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.api.Verifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/** The sample verifier for minisign, compiled from its sources; {@link PluginGuideIT} tests its Maven build. */
final class SamplePlugin {

    /** The plugin's id. */
    static final String ID = "verifier-minisign";

    private static final Path SOURCES = Machine.BUNDLE
            .resolve("../../../../module-info-docs/samples/verifier-minisign/src/main/java")
            .normalize();

    private SamplePlugin() {}

    /** Builds the jar in a folder. */
    static Path jar(Path folder) throws IOException {
        Path classes = folder.resolve("classes");
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "--module-path", api()));
        try (var files = Files.walk(SOURCES)) {
            files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
        }
        run("javac", arguments);
        Path manifest = Files.writeString(
                folder.resolve("manifest"), "Plugin-Id: " + ID + "\nPlugin-Version: 1.0.0\nPlugin-Requires: ^1.0.0\n");
        Path jar = folder.resolve("minisign.jar");
        run(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "--manifest",
                        manifest.toString(),
                        "-C",
                        classes.toString(),
                        "."));
        return jar;
    }

    private static String api() {
        try {
            return Path.of(Verifier.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static void run(String tool, List<String> arguments) {
        int exit = ToolProvider.findFirst(tool)
                .orElseThrow()
                .run(System.out, System.err, arguments.toArray(String[]::new));
        assertEquals(0, exit, tool + " " + arguments);
    }
}
