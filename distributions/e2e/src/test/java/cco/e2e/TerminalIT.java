package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions, progress, colors and Ctrl-C on a terminal. */
@Timeout(120)
@Execution(ExecutionMode.CONCURRENT)
class TerminalIT {

    private static final int INTERRUPTED = 128 + 2;
    private static final String SAFE = "cco: note: interrupted; hello still works, run `cco update hello` to continue";

    @TempDir
    Path folder;

    private Path program;
    private Machine machine;
    private FaultyServer server;

    @BeforeEach
    void installAndReleaseUpdate() throws IOException {
        program = InstalledCco.program();
        machine = new Machine(folder.resolve("machine"), program);
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        server = FaultyServer.serving(publisher.repository());
        machine.install("hello", List.of(server.address()));
        publisher.release("1.1.0");
    }

    @AfterEach
    void closeServer() throws IOException {
        server.close();
    }

    private Terminal terminal(int columns, String arguments) throws IOException {
        return new Terminal(machine, program, columns, arguments);
    }

    private void isStill(String version) throws IOException {
        machine.installed("hello").exits(0).prints("hello from " + version);
        assertEquals(List.of(), machine.unfinished());
    }

    @ParameterizedTest
    @CsvSource({"y, 1.1.0", "n, 1.0.0", "'', 1.1.0"})
    void update_asksForConfirmation(String answer, String version) throws IOException {
        try (Terminal terminal = terminal(80, "update hello")) {
            terminal.shows("1.1.0 is available")
                    .shows("[Y/n] ")
                    .type(answer + "\n")
                    .exits(0);
            String last = version.equals("1.0.0") ? "cco: note: nothing changed" : "updated hello from 1.0.0 to 1.1.0";
            assertTrue(terminal.screen().contains(last), terminal.written());
        }
        isStill(version);
    }

    @Test
    void endOfInput_isNo() throws IOException {
        try (Terminal terminal = terminal(80, "update hello")) {
            terminal.shows("[Y/n] ").type(Terminal.CTRL_D).exits(0);
            assertTrue(terminal.screen().contains("cco: note: nothing changed"), terminal.written());
        }
        isStill("1.0.0");
    }

    @Test
    void ctrlCAtQuestion_isNo() throws IOException {
        try (Terminal terminal = terminal(120, "update hello")) {
            terminal.shows("[Y/n] ").interrupt().exits(INTERRUPTED);
            assertTrue(terminal.screen().getLast().isEmpty(), terminal.written());
            assertEquals(SAFE, terminal.screen().get(terminal.screen().size() - 2), terminal.written());
        }
        isStill("1.0.0");
        machine.cco("update", "hello", "--yes").exits(0);
        isStill("1.1.0");
    }

    @Test
    void ctrlCInDownload_isResumedByNextUpdate() throws IOException {
        server.fail(".tar.gz", Faults.STALLED_HALFWAY);
        try (Terminal terminal = terminal(120, "update hello --yes")) {
            terminal.shows("downloading").shows("0 %").interrupt().exits(INTERRUPTED);
            assertTrue(terminal.screen().getLast().isEmpty(), terminal.written());
            assertEquals(SAFE, terminal.screen().get(terminal.screen().size() - 2), terminal.written());
        }
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        server.heal();
        machine.cco("update", "hello", "--yes").exits(0);
        isStill("1.1.0");
        try (Stream<Path> cached = Files.walk(machine.home().resolve("cache"))) {
            assertEquals(
                    List.of(),
                    cached.filter(file -> file.toString().endsWith(".partial")).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 80, 120})
    void progress_fitsTerminalAndIsErased(int columns) throws IOException {
        try (Terminal terminal = terminal(columns, "update hello --yes")) {
            terminal.exits(0);
            assertTrue(terminal.written().contains("downloading"), terminal.written());
            String text = String.join(" ", terminal.screen()).replaceAll("\\s+", " ");
            assertTrue(
                    text.strip().startsWith("updated hello from 1.0.0 to 1.1.0 cco: hint: run `cco update hello --"),
                    terminal.written());
            assertTrue(terminal.screen().stream().allMatch(line -> line.length() <= columns), terminal.written());
        }
    }

    @Test
    void noColor_disablesColours() throws IOException {
        machine.with("TERM", "xterm");
        try (Terminal terminal = terminal(80, "update other")) {
            assertTrue(terminal.exits(7).written().contains("\u001b["), terminal.written());
        }
        machine.with("NO_COLOR", "1");
        try (Terminal terminal = terminal(80, "update other")) {
            assertFalse(terminal.exits(7).written().contains("\u001b"), terminal.written());
        }
    }

    @Test
    void pipe_getsPlainLines() throws IOException {
        Run run = machine.cco("update", "hello", "--yes").exits(0).complains("cco: downloading");
        assertFalse((run.out() + run.err()).matches("(?s).*[\r\u001b\b].*"), run::toString);
    }
}
