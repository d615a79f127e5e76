package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a user sees on the terminal, from the check to the rollback, compared with reviewed texts in
 * {@code transcripts/}. {@code -Dcco.transcripts=FOLDER} writes new texts for review.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class ScreenTranscriptIT {

    @TempDir
    Path folder;

    private FaultyServer server;
    private Tmux terminal;
    private boolean colors;
    private final StringBuilder transcript = new StringBuilder();

    @ParameterizedTest
    @CsvSource({"60, color", "60, plain", "80, color", "80, plain", "120, color", "120, plain"})
    void screen_matchesReviewedTranscript(int columns, String manner) throws IOException {
        Machine machine = new Machine(folder.resolve("machine"));
        machine.with("PATH", InstalledCco.program().getParent() + ":" + System.getenv("PATH"))
                .with("TERM", "xterm-256color");
        machine.with("LC_ALL", "C.UTF-8");
        colors = manner.equals("color");
        if (!colors) {
            machine.with("NO_COLOR", "1");
        }
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        server = FaultyServer.serving(publisher.repository());
        machine.install("hello", List.of(server.address()));
        publisher.release("1.1.0", "--notes", "https://example.com/hello/1.1.0", "--breaking");
        try (FaultyServer _ = server;
                Tmux tmux = new Tmux(machine, folder.resolve("tmux"), columns)) {
            terminal = tmux;
            play();
        }
        compare(columns + "-" + manner + ".txt");
    }

    private void play() throws IOException {
        scene("check", "cco update hello --check; echo $?", "");
        scene("decline", "cco update hello", "n");
        server.fail(".tar.gz", Faults.STALLED_HALFWAY);
        terminal.clear()
                .run("cco update hello --yes")
                .shows("downloading")
                .type("C-c")
                .prompts();
        record("Ctrl-C in the download");
        server.fail(".tar.gz", Faults.CORRUPT);
        scene("failure", "cco update hello --yes; echo $?", "");
        server.heal();
        scene("update", "cco update hello", "y");
        scene("rollback", "cco update hello --rollback", "");
        scene("versions", "cco versions hello", "");
    }

    private void scene(String title, String command, String answer) throws IOException {
        terminal.clear().run(command);
        if (!answer.isEmpty()) {
            terminal.shows("install it now?").type(answer, "Enter");
        }
        terminal.prompts();
        record(title);
    }

    private void record(String title) throws IOException {
        String port = ":" + server.address().getPort();
        transcript.append("--- ").append(title).append('\n');
        transcript.append(terminal.screen(colors).replace(port, ":" + "0".repeat(port.length() - 1)));
    }

    private void compare(String name) throws IOException {
        String wanted = System.getProperty("cco.transcripts");
        if (wanted != null) {
            Files.createDirectories(Path.of(wanted));
            Files.writeString(Path.of(wanted, name), transcript);
        }
        try (InputStream reviewed = ScreenTranscriptIT.class.getResourceAsStream("transcripts/" + name)) {
            String text = reviewed == null ? "" : new String(reviewed.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(text, transcript.toString());
        }
    }
}
