package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds, installs and runs the program of {@code docs/embedding.md}. */
@Timeout(900)
class EmbeddingIT {

    /** Enough for Maven to build cco's artifacts. */
    private static final long LIMIT_SECONDS = 600;

    private static final int STARTS = 60;

    @TempDir
    Path folder;

    private Machine builder;

    /** Installs cco's artifacts as the guide says, and writes the guide's files. */
    @BeforeEach
    void followTheGuide() throws IOException {
        MarkdownGuide guide = MarkdownGuide.read(Checkout.ROOT.resolve("docs/embedding.md"));
        Checkout checkout = Checkout.in(folder);
        builder = checkout.buildsOn(new Machine(folder.resolve("builder")));
        run(folder, guide.firstCommands());
        for (MarkdownGuide.Block file : guide.files()) {
            Path path = folder.resolve("project").resolve(file.file());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.text());
        }
    }

    @AfterEach
    void deleteLinks() throws IOException {
        Checkout.deleteLinks(folder.resolve("artifacts"));
    }

    private void run(Path where, String commands) throws IOException {
        List<String> shell = List.of("sh", "-c", "cd '" + where + "'\n" + commands);
        Machine.await(builder.start(shell), LIMIT_SECONDS).exits(0);
    }

    private Path build(String version) throws IOException {
        Path project = folder.resolve("project");
        run(project, "sh build.sh " + version);
        return project.resolve("hello-" + version);
    }

    private static String onATerminal(Machine machine, String arguments) throws IOException {
        try (Terminal terminal = new Terminal(machine, machine.home().resolve("bin/hello"), 120, arguments)) {
            return terminal.exits(0).written();
        }
    }

    @Test
    void programFromGuide_keepsItselfUpToDate() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello");
        publisher.add("1.0.0", build("1.0.0"));
        Machine machine = new Machine(folder.resolve("machine"));
        try (FaultyServer server = FaultyServer.serving(publisher.repository())) {
            machine.install("hello", List.of(server.address()));
            StoredSchedule hello = StoredSchedule.of(machine, "hello");
            String before = hello.text();
            assertEquals("hello from 1.0.0\r\n", onATerminal(machine, ""));
            assertEquals(before, hello.text(), "nothing is due");

            publisher.add("1.1.0", build("1.1.0"));
            String shown = manyStarts_makeOneCheck(machine, server, hello) + onATerminal(machine, "");
            String notice = "hello 1.1.0 is available (1.0.0 is installed); run `cco update hello`";
            assertEquals(
                    2, shown.split(Pattern.quote(notice), -1).length, "exactly one start shows the notice\n" + shown);
            assertFalse(onATerminal(machine, "").contains("1.1.0"));

            machine.cco("config", "set", "apps.hello.updates.auto_install", "true")
                    .exits(0);
            hello.makeDue();
            assertEquals("hello from 1.0.0\r\n", onATerminal(machine, ""));
            hello.awaitText("hello was updated from 1.0.0 to 1.1.0 in the background");
            String updated = onATerminal(machine, "");
            assertTrue(updated.startsWith("hello from 1.1.0\r\nhello was updated from 1.0.0 to 1.1.0"), updated);
            assertEquals("hello from 1.1.0\r\n", onATerminal(machine, ""));
        }
    }

    private static String manyStarts_makeOneCheck(Machine machine, FaultyServer server, StoredSchedule hello)
            throws IOException {
        hello.makeDue();
        int before = server.requests().size();
        String loop = "i=0; while [ $i -lt " + STARTS + " ]; do '"
                + machine.home().resolve("bin/hello") + "' & i=$((i + 1)); [ $((i % 20)) -ne 0 ] || wait; done; wait";
        Path script = machine.home().resolve("many");
        Files.writeString(script, loop);
        try (Terminal terminal = new Terminal(machine, Path.of("/bin/sh"), 120, "'" + script + "'")) {
            String written = terminal.exits(0).written();
            assertEquals(STARTS, written.split("hello from 1.0.0", -1).length - 1, written);
            hello.awaitText("\"available 1.1.0\"");
            assertEquals(before + 1, server.requests().size(), "one check, one manifest");
            return written;
        }
    }
}
