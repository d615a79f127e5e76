package cco.e2e;

import cco.api.Verifier;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        JdkTool.run("javac", arguments.toArray(String[]::new));
        Path manifest = Files.writeString(
                folder.resolve("manifest"), "Plugin-Id: " + ID + "\nPlugin-Version: 1.0.0\nPlugin-Requires: ^1.0.0\n");
        Path jar = folder.resolve("minisign.jar");
        JdkTool.run(
                "jar",
                "--create",
                "--file",
                jar.toString(),
                "--manifest",
                manifest.toString(),
                "-C",
                classes.toString(),
                ".");
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
}
