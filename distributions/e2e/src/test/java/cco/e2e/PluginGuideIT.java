package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Follows PLUGIN-GUIDE.md to the letter, in a copy of the sources and with a Maven repository of its own. */
class PluginGuideIT {

    /** Enough for Maven to build two projects. */
    private static final long LIMIT_SECONDS = 900;

    private static final Path ROOT = Machine.BUNDLE.resolve("../../../..").normalize();
    private static final Path SAMPLE = ROOT.resolve("module-info-docs/samples/verifier-minisign");

    @Test
    void files_areThoseOfSample() throws IOException {
        List<MarkdownGuide.Block> files = guide().files();
        assertFalse(files.isEmpty(), "the guide contains no file");
        for (MarkdownGuide.Block file : files) {
            assertEquals(Files.readString(SAMPLE.resolve(file.file())), file.text(), file.file());
        }
    }

    @Test
    void guide_leadsToWorkingVerifier(@TempDir Path folder) throws IOException {
        Machine machine = new Machine(folder.resolve("machine"));
        assumeTrue(machine.run(List.of("minisign", "-v")).exit() == 0, "minisign is not installed");
        Path clone = folder.resolve("machine/cco");
        copySources(clone);
        Path target = Files.createDirectories(clone.resolve("distributions/bundle/target"));
        Files.createSymbolicLink(target.resolve("cco"), Machine.BUNDLE);
        Path artifacts = mavenRepository(folder.resolve("artifacts"));
        machine.with("CCO_HOME", "")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("MAVEN_OPTS", "-Dmaven.repo.local=" + artifacts);
        Path script = Files.writeString(folder.resolve("guide.sh"), guide().script());
        Run run = Machine.await(machine.start(List.of("sh", script.toString())), LIMIT_SECONDS)
                .exits(0);
        requireInOrder(guide().output(), run.out());
        deleteLinks(artifacts);
        deleteLinks(target);
    }

    private static MarkdownGuide guide() throws IOException {
        return MarkdownGuide.read(ROOT.resolve("module-info-docs/PLUGIN-GUIDE.md"));
    }

    /** Copies the files that a clone has. */
    private static void copySources(Path clone) throws IOException {
        try (var files = Files.walk(ROOT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = ROOT.relativize(file);
                String names = "/" + relative + "/";
                if (!names.contains("/target/") && !names.contains("/.git/")) {
                    Path copy = clone.resolve(relative);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /** Links to this build's downloads; what the guide installs stays in this folder. */
    private static Path mavenRepository(Path folder) throws IOException {
        Path downloaded = Path.of(System.getProperty("cco.maven.repository"));
        Files.createDirectories(folder);
        try (var groups = Files.list(downloaded)) {
            for (Path group : groups.filter(path -> !path.endsWith("cco")).toList()) {
                Files.createSymbolicLink(folder.resolve(group.getFileName()), group);
            }
        }
        return folder;
    }

    /** Otherwise JUnit warns of each link that leads outside the folder. */
    private static void deleteLinks(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    /** Asserts that the lines appear in this order; … matches any text. */
    private static void requireInOrder(List<String> lines, String output) {
        assertFalse(lines.isEmpty(), "the guide shows no output");
        List<String> rest = output.lines().toList();
        for (String line : lines) {
            Pattern pattern = Pattern.compile(Pattern.quote(line).replace("…", "\\E.*\\Q"));
            int at = 0;
            while (at < rest.size() && !pattern.matcher(rest.get(at)).find()) {
                at++;
            }
            assertTrue(at < rest.size(), "the guide says: " + line + "\nand what is shown is\n" + output);
            rest = rest.subList(at + 1, rest.size());
        }
    }
}
