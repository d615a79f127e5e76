package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command in a pipe, with an environment that claims a terminal: no control characters, no redrawn progress, and
 * on standard error only the lines that docs/formats.md §7 lists.
 */
class PipedOutputIT {

    private static final Pattern LINE = Pattern.compile("cco: (note|error|hint|cause): .+"
            + "|cco: (checking|downloading|verifying|unpacking|testing|activating|uploading)( .+)?|    .+");

    /** All commands, in an order in which each has something to do. */
    private static final List<String> COMMANDS = List.of(
            "release init --app hello --repository $R",
            "release init --app hello",
            "release pack --app hello --version 1.1.0 --platform $P $B --output $O",
            "release add --app hello --version 1.1.0 --platform $P $B --repository $R",
            "release compress 1.1.0 --repository $R",
            "release delta 1.1.0 --repository $R",
            "release site --repository $R --address https://example.com/hello",
            "release packages 1.1.0 --format homebrew --output $O --repository $R --address https://example.com/hello",
            "release site --repository $R --address javascript:alert(1)",
            "release list --repository $R",
            "release list",
            "release status --repository $R",
            "release status --repository $O",
            "release upload --repository $R --to rsync:$O/www",
            "release upload --repository $R --to ftp:$O/www",
            "release publish 1.1.0",
            "release promote 1.1.0 --channel beta --rollout 100 --repository $R",
            "release promote 1.1.0 --channel Beta --repository $R",
            "release withdraw 1.1.0 --reason bad --repository $R",
            "release withdraw 1.1.0 --undo --repository $R",
            "release deprecate 1.1.0 --notice old --repository $R",
            "release sign --repository $R",
            "release refresh --repository $R",
            "release rotate-key timestamp --repository $R --new $O/none.pem",
            "release check --repository $R",
            "release check --repository $O",
            "--verbose install hello --from $R --root $R/metadata/1.root.json",
            "install hello --from /nowhere --trust sha256",
            "list",
            "versions hello",
            "versions nobody",
            "hold hello",
            "unhold hello",
            "history hello",
            "cache size",
            "update hello",
            "update hello --check",
            "update hello --rollback",
            "update --all --verbose",
            "doctor hello",
            "doctor hello --repair",
            "doctor hello --network",
            "doctor",
            "config set updates.channel beta",
            "config set updates.channel be\u001b[31mta",
            "config show",
            "config get updates.chanel",
            "telemetry show",
            "telemetry send",
            "telemetry purge",
            "plugin list",
            "plugin trust $O/none.jar",
            "plugin remove nobody",
            "plugin verify",
            "mirror sync hello --to $O/mirror",
            "mirror export hello --to $O/hello.export",
            "mirror import $O/hello.export --to $O/imported",
            "release installers --repository $R --address https://example.com/hello",
            "mirror serve $O/none",
            "completion bash",
            "completion zsh",
            "completion fish",
            "completion tcsh",
            "help",
            "help update",
            "help environment",
            "help files",
            "help release.toml",
            "--version",
            "updaet \u001b]0;title\u0007",
            "uninstall hello",
            "uninstall hello --yes");

    @TempDir
    static Path folder;

    private static final Map<String, Run> RUNS = new LinkedHashMap<>();

    @BeforeAll
    static void runEveryCommand() throws IOException {
        Desk desk = Desk.in(folder.resolve("desk"));
        for (String command : COMMANDS) {
            RUNS.put(command, desk.run(command));
        }
    }

    /** A publisher and a user on the same machine. */
    private record Desk(Path folder, Machine machine, Publisher publisher) {

        static Desk in(Path folder) throws IOException {
            Machine machine = new Machine(folder.resolve("machine"))
                    .with("CCO_KEY_PASSPHRASE", "correct horse")
                    .with("TERM", "xterm-256color")
                    .with("COLUMNS", "20")
                    .with("FORCE_COLOR", "1")
                    .with("CLICOLOR_FORCE", "1");
            Publisher publisher = new Publisher(folder.resolve("publisher"), "hello");
            publisher.build("1.1.0");
            return new Desk(folder, machine, publisher);
        }

        Run run(String command) throws IOException {
            return machine.cco(words(command));
        }

        Run runOnAFullDisk(String command) throws IOException {
            String[] words = Stream.concat(
                            Stream.of(
                                    "-c",
                                    "exec \"$0\" \"$@\" >/dev/full",
                                    machine.program().toString()),
                            Stream.of(words(command)))
                    .toArray(String[]::new);
            return machine.run(Machine.command("sh", words));
        }

        private String[] words(String command) {
            return command.replace("$R", publisher.repository().toString())
                    .replace("$B", folder.resolve("publisher/build-1.1.0").toString())
                    .replace("$P", Publisher.platform())
                    .replace("$O", folder.resolve("output").toString())
                    .split(" ");
        }
    }

    @Test
    void everyCommand_writesDocumentedPlainLines() {
        for (String command : COMMANDS) {
            Run run = RUNS.get(command);
            run.err().lines().forEach(line -> assertTrue(LINE.matcher(line).matches(), command + ": " + line));
            assertTrue((run.out() + run.err()).chars().allMatch(PipedOutputIT::isPlain), () -> command + "\n" + run);
        }
    }

    @Test
    void everyCommand_reportsFullStandardOutput() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")), "/dev/full does not exist here");
        Desk other = Desk.in(folder.resolve("other-desk"));
        for (String command : COMMANDS) {
            Run printed = RUNS.get(command);
            Run lost = other.runOnAFullDisk(command);
            if (List.of(0, 100, 101).contains(printed.exit()) && !printed.out().isEmpty()) {
                lost.exits(9).complains("cannot write the result to standard output: no space left on device");
            } else {
                lost.exits(printed.exit());
            }
        }
    }

    private static boolean isPlain(int character) {
        return character == '\n' || !Character.isISOControl(character);
    }

    @Test
    void commandList_isComplete() {
        Set<String> known = RUNS.get("help")
                .out()
                .lines()
                .filter(line -> line.matches("  [a-z].*  .*"))
                .map(line -> line.strip().replaceFirst("( \\[?[A-Z]+\\]?)?  .*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        known.removeIf(name -> COMMANDS.stream().anyMatch(command -> command.matches("(--\\S+ )*" + name + "( .*)?")));
        assertEquals(Set.of(), known);
    }
}
