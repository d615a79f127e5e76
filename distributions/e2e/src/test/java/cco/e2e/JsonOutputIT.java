package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code --json}, standard output is one JSON object per line, each with an {@code event}. */
class JsonOutputIT {

    @TempDir
    static Path folder;

    private static FaultyServer server;
    private static Publisher publisher;
    private static Installation hello;

    @BeforeAll
    static void installOlderOfTwoVersions() throws IOException {
        publisher = Installation.publisher(folder.resolve("publisher"));
        server = FaultyServer.serving(publisher.repository());
        hello = new Installation(folder, server.address());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --version                                  | 0   | version
        --help                                     | 0   | help
        help update                                | 0   | help
        list                                       | 0   | app
        versions hello                             | 0   | release
        update hello --check                       | 100 | available
        update hello --dry-run                     | 0   | planned
        update hello                               | 100 | available
        update hello --version 1.0.0 --check       | 0   | up-to-date
        config show                                | 0   | setting
        config get updates.channel                 | 0   | setting
        config set updates.channel stable          | 0   | setting
        config unset updates.channel               | 0   | setting
        config path                                | 0   | config
        versions                                   | 7   | error
        update                                     | 7   | error
        update hello --rollback                    | 5   | error
        update hello --chek                        | 2   | error
        updaet                                     | 2   | error
        --quiet update hello --check               | 100 | available
        --verbose update hello --offline           | 3   | error
        """)
    void command_endsWithItsEvent(String arguments, int exit, String event) throws IOException {
        Run run = hello.machine().cco(("--json " + arguments).split(" +")).exits(exit);
        assertEquals(event, names(run).getLast(), run.toString());
        assertEquals(exit == 0 || exit == 100, run.err().isEmpty(), run.toString());
        readByJq(run);
    }

    @Test
    void error_isEventAndTextOnStderr() throws IOException {
        Run run = hello.machine().cco("update", "goodbye", "--json").exits(7).complains("cco: error: ");
        JsonObject error = run.events().getLast();
        assertEquals(7, error.get("code").getAsInt());
        assertTrue(run.err().contains("error: " + error.get("message").getAsString() + "\n"), run.toString());
        assertTrue(run.err().contains("hint: " + error.get("hint").getAsString() + "\n"), run.toString());
    }

    @Test
    void installUpdateAndRollback_emitPhases() throws IOException {
        Machine machine = new Machine(folder.resolve("new machine"));
        String from = server.address().toString();
        Run install =
                machine.cco("install", "hello", "--from", from, "--trust", "sha256", "--version", "1.0.0", "--json");
        assertEquals(
                List.of("note", "phase", "phase", "phase", "phase", "phase", "phase", "note", "installed", "note"),
                names(install.exits(0)));
        machine.cco("unhold", "hello").exits(0);
        Run update = machine.cco("update", "hello", "--yes", "--json").exits(0);
        assertEquals(
                List.of("check", "download", "verify", "unpack", "prove", "activate"),
                update.events().stream()
                        .filter(event -> event.has("phase"))
                        .map(event -> event.get("phase").getAsString())
                        .toList());
        assertEquals("updated", names(update).getLast());
        Run rollback = machine.cco("update", "hello", "--rollback", "--json").exits(0);
        assertEquals("rolled-back", names(rollback).getLast());
        for (Run run : List.of(install, update, rollback)) {
            assertEquals("", run.err());
            readByJq(run);
        }
    }

    @Test
    void publishing_emitsResult() throws IOException {
        Machine machine = hello.machine();
        String build = publisher.build("2.0.0").toString();
        String repository = folder.resolve("repository").toString();
        Run pack = machine.cco(
                "release",
                "pack",
                "--app",
                "hello",
                "--version",
                "2.0.0",
                "--platform",
                Publisher.platform(),
                build,
                "--output",
                folder.resolve("packed").toString(),
                "--json");
        assertEquals(List.of("packed"), names(pack.exits(0)));
        Run add = machine.cco(
                "release",
                "add",
                "--app",
                "hello",
                "--version",
                "2.0.0",
                "--platform",
                Publisher.platform(),
                build,
                "--repository",
                repository,
                "--json");
        assertEquals("published", names(add.exits(0)).getLast());
        readByJq(pack);
        readByJq(add);
    }

    @Test
    void mirrorServe_emitsAddressAtOnce() throws Exception {
        Machine.Started mirror = hello.machine()
                .start("--json", "mirror", "serve", publisher.repository().toString());
        try {
            mirror.until(() -> Files.size(mirror.out()) > 0);
        } finally {
            mirror.process().destroy();
        }
        Run run = Machine.await(mirror);
        assertEquals(List.of("serving"), names(run));
        assertTrue(run.events().getFirst().get("address").getAsString().startsWith("http://127.0.0.1:"));
    }

    private static List<String> names(Run run) {
        return run.events().stream()
                .map(event -> event.get("event").getAsString())
                .toList();
    }

    /** Reads the output with jq, where it is installed. */
    private static void readByJq(Run run) throws IOException {
        Machine machine = hello.machine();
        machine.requires("jq");
        Path lines = Files.writeString(Files.createTempFile(folder, "lines", ".json"), run.out());
        Run jq = machine.run(List.of("jq", "-r", ".event", lines.toString())).exits(0);
        assertEquals(names(run), jq.out().lines().toList());
        assertFalse(jq.out().isEmpty());
    }
}
