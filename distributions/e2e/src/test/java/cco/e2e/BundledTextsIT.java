package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The manual page and the shell completions in the bundle. */
class BundledTextsIT {

    private static final Path SHARE = Machine.BUNDLE.resolve("share");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "bash,bash-completion/completions/cco",
        "zsh,zsh/site-functions/_cco",
        "fish,fish/vendor_completions.d/cco.fish",
    })
    void completions_matchCommandOutput(String shell, String file) throws IOException {
        Run run = new Machine(folder).cco("completion", shell).exits(0);
        assertEquals(run.out(), Files.readString(SHARE.resolve(file)));
    }

    @Test
    void manualPage_containsHelpTexts() throws IOException {
        Machine machine = new Machine(folder);
        requireGroff(machine);
        String page = words(rendered(machine));
        for (String topic : List.of("", "update", "install", "config", "telemetry", "release add", "mirror serve")) {
            List<String> command = topic.isEmpty() ? List.of("help") : List.of(("help " + topic).split(" "));
            String help = machine.cco(command.toArray(String[]::new)).exits(0).out();
            for (String line :
                    help.lines().filter(line -> !line.startsWith("Usage:")).toList()) {
                // Terms and texts of lists are on separate lines in the page, and three lines are section titles.
                Arrays.stream(line.strip().split(" {2,}"))
                        .filter(part -> !part.matches("cco installs .*|Global options|Exit codes"))
                        .forEach(part -> assertTrue(page.contains(words(part)), () -> topic + ": " + part));
            }
        }
    }

    @Test
    void manualPage_passesGroffAndFitsTerminal() throws IOException {
        Machine machine = new Machine(folder);
        requireGroff(machine);
        Run check = machine.run(List.of("groff", "-man", "-ww", "-z", page())).exits(0);
        assertEquals("", check.out() + check.err());
        rendered(machine).lines().forEach(line -> assertTrue(line.length() <= 80, line));
    }

    @Test
    void everyCommand_hasAManualPage() throws IOException {
        Machine machine = new Machine(folder);
        requireGroff(machine);
        String page = Files.readString(SHARE.resolve("man/man1/cco-release-add.1"));
        for (String section : List.of("SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXAMPLES", "ENVIRONMENT", "FILES")) {
            assertTrue(page.contains(".SH \"" + section + "\"\n"), () -> section + " is not in " + page);
        }
        try (Stream<Path> pages = Files.list(SHARE.resolve("man/man1"))) {
            for (Path each : pages.toList()) {
                Run check = machine.run(List.of("groff", "-man", "-ww", "-z", each.toString()))
                        .exits(0);
                assertEquals("", check.out() + check.err(), each::toString);
            }
        }
    }

    private static String page() {
        return SHARE.resolve("man/man1/cco.1").toString();
    }

    private static void requireGroff(Machine machine) throws IOException {
        machine.requires("groff");
    }

    /** Renders the page as for a terminal, without bold type and hyphenation. */
    private static String rendered(Machine machine) throws IOException {
        return machine.run(List.of("groff", "-man", "-Tascii", "-P-cbou", "-rHY=0", "-rLL=78n", page()))
                .exits(0)
                .out();
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
