package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An update in which a different system call fails each time. */
final class UpdateWithFaults {

    static final String OLD = "1.0.0";
    static final String NEW = "1.1.0";

    private final Machine machine;
    private final CommandWithFaults update;

    UpdateWithFaults(Path folder) throws IOException {
        machine = new Machine(folder.resolve("machine"));
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release(OLD);
        machine.install("hello", List.of(publisher.repository()));
        publisher.release(NEW);
        update = new CommandWithFaults(
                machine, folder, List.of(InstalledCco.program().toString(), "update", "hello", "--yes"));
    }

    /** Picks up to this many calls by number, spread evenly from the first to the last. */
    List<Integer> pick(String call, int limit) {
        return update.pick(call, limit);
    }

    /** Runs the update from its initial state with a fault in one call. */
    Run inject(String fault, String call, int number) throws IOException {
        return update.inject(fault, call, number);
    }

    /** Asserts that the old or the new version runs, and returns which. */
    String runningVersion() throws IOException {
        Run run = machine.installed("hello").exits(0);
        String version = run.out().strip().replace("hello from ", "");
        assertTrue(List.of(OLD, NEW).contains(version), run::toString);
        assertEquals(
                Path.of("versions", version),
                Files.readSymbolicLink(machine.app("hello").resolve("current")));
        return version;
    }

    /** Asserts that the next update succeeds and leaves the same files as an update without faults. */
    void completesWithNextUpdate() throws IOException {
        update.completes();
        assertEquals(NEW, runningVersion());
        assertTrue(Files.readString(machine.app("hello").resolve("receipt.json"))
                .contains("\"current\": \"" + NEW + "\""));
    }
}
