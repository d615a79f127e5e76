package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds, installs and runs the program of {@code docs/embedding.md}. */
@Timeout(600)
class EmbeddingIT {

    private static final Path ROOT = Machine.BUNDLE.resolve("../../../..").normalize();
    private static final Pattern FILE = Pattern.compile("```(?:java|sh)\\n(?://|#) (\\S+)\\n(.*?)```", Pattern.DOTALL);
    private static final int STARTS = 60;

    @TempDir
    Path folder;

    private Path project() throws IOException {
        Path project = Files.createDirectories(folder.resolve("project"));
        Matcher file = FILE.matcher(Files.readString(ROOT.resolve("docs/embedding.md")));
        while (file.find()) {
            Path path = project.resolve(file.group(1));
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.group(2));
        }
        Files.createSymbolicLink(project.resolve("lib"), ROOT.resolve("distributions/bundle/target/modules"));
        return project;
    }

    private Path build(Path project, String version) throws IOException {
        Machine machine = new Machine(folder.resolve("builder"));
        String jdk = Path.of(System.getProperty("java.home")).resolve("bin").toString();
        machine.with("PATH", jdk + ":" + System.getenv("PATH"));
        machine.run(List.of("sh", "-c", "cd '" + project + "' && sh build.sh " + version))
                .exits(0);
        return project.resolve("hello-" + version);
    }

    private static String onATerminal(Machine machine, String arguments) throws IOException {
        try (Terminal terminal = new Terminal(machine, machine.home().resolve("bin/hello"), 120, arguments)) {
            return terminal.exits(0).written();
        }
    }

    @Test
    void programFromGuide_keepsItselfUpToDate() throws IOException {
        Path project = project();
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello");
        publisher.add("1.0.0", build(project, "1.0.0"));
        Machine machine = new Machine(folder.resolve("machine"));
        try (FaultyServer server = FaultyServer.serving(publisher.repository())) {
            machine.install("hello", List.of(server.address()));
            StoredSchedule hello = StoredSchedule.of(machine, "hello");
            String before = hello.text();
            assertEquals("hello from 1.0.0\r\n", onATerminal(machine, ""));
            assertEquals(before, hello.text(), "nothing is due");

            publisher.add("1.1.0", build(project, "1.1.0"));
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
