package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final Path SAMPLE = Checkout.ROOT.resolve("module-info-docs/samples/verifier-minisign");

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
        machine.requires("minisign");
        Checkout checkout = Checkout.in(folder.resolve("machine"));
        Path target = Files.createDirectories(checkout.sources().resolve("distributions/bundle/target"));
        Files.createSymbolicLink(target.resolve("cco"), Machine.BUNDLE);
        checkout.buildsOn(machine).with("CCO_HOME", "");
        Path script = Files.writeString(folder.resolve("guide.sh"), guide().script());
        Run run = Machine.await(machine.start(List.of("sh", script.toString())), LIMIT_SECONDS)
                .exits(0);
        requireInOrder(guide().output(), run.out());
        Checkout.deleteLinks(folder);
    }

    private static MarkdownGuide guide() throws IOException {
        return MarkdownGuide.read(Checkout.ROOT.resolve("module-info-docs/PLUGIN-GUIDE.md"));
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
