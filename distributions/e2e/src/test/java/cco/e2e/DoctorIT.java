package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code cco doctor} on healthy, damaged and read-only installations. */
@Execution(ExecutionMode.CONCURRENT)
class DoctorIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;
    private Installation installation;
    private Path app;

    @BeforeEach
    void installAndUpdate() throws IOException {
        publisher = Installation.publisher(folder.resolve("publisher"));
        installation = new Installation(folder, publisher.repository());
        machine = installation.machine();
        installation.updates();
        app = machine.app("hello");
    }

    private void change(Path file) throws IOException {
        Files.delete(file);
        Files.writeString(file, "changed");
    }

    private static long count(Run run, String state) {
        return run.out().lines().filter(line -> line.startsWith(state)).count();
    }

    @Test
    void healthyInstallation_hasNoProblem() throws IOException {
        Run run = machine.cco("doctor", "hello").exits(0).prints("ok        files: 1.1.0 is intact");
        assertEquals(0, count(run, "problem"));
        run.prints("hello: ");
        machine.cco("doctor", "nothing")
                .exits(7)
                .complains("nothing is not installed")
                .complains("installed apps: hello");
        machine.with("PATH", machine.home().resolve("bin") + ":" + System.getenv("PATH"));
        machine.cco("doctor", "hello", "-q").exits(0).prints("is on your PATH");
    }

    @Test
    void repair_fixesAllProblemsInOneRun() throws IOException {
        change(app.resolve("versions/1.1.0/share/data"));
        Files.delete(app.resolve("current"));
        Files.delete(machine.home().resolve("bin/hello"));
        Files.createDirectories(app.resolve(".staging/x"));
        Files.delete(publisher.repository().resolve("version-manifest.json"));
        Run looked = machine.cco("doctor", "hello").exits(5).prints("share/data has changed");
        assertEquals(4, count(looked, "problem"), looked::toString);
        Run repaired = machine.cco("doctor", "hello", "--repair").exits(0);
        assertEquals(4, count(repaired, "repaired"), repaired::toString);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(0, count(machine.cco("doctor", "hello").exits(0), "problem"));
        assertEquals(List.of(), machine.unfinished());
    }

    @Test
    void offlineRepair_reportsWhatNeedsNetwork() throws IOException {
        change(app.resolve("versions/1.1.0/hello"));
        Files.move(publisher.repository(), folder.resolve("gone"));
        Run run = machine.cco("doctor", "hello", "--repair", "--offline", "--json")
                .exits(3);
        List<JsonObject> problems = run.events().stream()
                .filter(event -> event.get("event").getAsString().equals("finding"))
                .filter(event -> event.get("state").getAsString().equals("problem"))
                .toList();
        assertEquals(1, problems.size(), run::toString);
        assertTrue(problems.getFirst().get("message").getAsString().contains("hello has changed"), run::toString);
        Files.move(folder.resolve("gone"), publisher.repository());
        machine.cco("doctor", "--all", "--repair").exits(0).prints("repaired  files: 1.1.0: hello has changed");
    }

    @Test
    void damagedReceipt_hidesNoOtherApp() throws IOException {
        Publisher other = new Publisher(folder.resolve("publisher of other"), "other").release("1.0.0");
        machine.install("other", List.of(other.repository()));
        Files.writeString(app.resolve("receipt.json"), "{");
        machine.cco("list").exits(5).prints("other").complains("cco: error: hello: cannot read the receipt");
        machine.cco("doctor", "--all").exits(5).prints("other:").prints("problem   receipt: cannot read the receipt");
        machine.cco("update", "--all", "--yes").exits(5).prints("other 1.0.0 is up to date");
    }

    /** Runs cco as another user, since root may write everywhere. */
    private Run asNobody(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--", "env", "HOME=/"));
        command.addAll(Machine.command(machine.program().toString(), arguments));
        return machine.run(command);
    }

    @Test
    void readOnlyHome_canBeInspected() throws IOException {
        machine.requires("setpriv");
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can run programs as another user");
        publisher.release("1.2.0");
        machine.run(List.of(
                        "chmod",
                        "-R",
                        "a+rX",
                        folder.toString(),
                        InstalledCco.home().toString()))
                .exits(0);
        HomeSnapshot before = HomeSnapshot.of(machine.home());
        asNobody("list").exits(0).prints("hello");
        asNobody("update", "hello", "--check").exits(100).prints("1.2.0");
        asNobody("update", "--all", "--check").exits(100).prints("hello 1.2.0 is available");
        asNobody("versions", "hello").exits(0).prints("1.2.0");
        asNobody("doctor", "hello").exits(0).prints("hello belongs to root");
        asNobody("update", "hello", "--yes").exits(7).complains("belongs to root");
        asNobody("uninstall", "hello", "--yes").exits(7).complains("belongs to root");
        before.requireUnchanged();
    }

    @Test
    void abandonedDownloads_areRemovedByNextUpdate() throws IOException {
        try (FaultyServer server = FaultyServer.serving(publisher.repository())) {
            Installation mirrored = new Installation(folder.resolve("mirrored"), server.address());
            server.fail(".tar.gz", Faults.TRUNCATED);
            mirrored.update().exits(3);
            assertTrue(!mirrored.partials().isEmpty());
            server.heal();
            publisher.release("1.2.0");
            mirrored.update().exits(0);
            try (Stream<Path> files = Files.list(mirrored.blobs())) {
                assertEquals(List.of(), files.toList());
            }
        }
    }
}
