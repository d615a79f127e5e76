package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Repeats one update from the same state and makes a different system call fail each time. After the next update the
 * result must be that of an update without faults.
 */
final class UpdateWithFaults {

    static final String OLD = "1.0.0";
    static final String NEW = "1.1.0";

    /** The system calls by which Java changes the disk, apart from write. */
    private static final List<String> CALLS =
            List.of("rename", "symlink", "unlink", "rmdir", "mkdir", "chmod", "fsync", "ftruncate");

    private final Machine machine;
    private final List<String> update;
    private final Path before;
    private final Strace strace;
    private final Map<String, Integer> calls;
    private final String expected;

    UpdateWithFaults(Path folder) throws IOException {
        machine = new Machine(folder.resolve("machine"));
        update = List.of(InstalledCco.program().toString(), "update", "hello", "--yes");
        before = folder.resolve("before");
        strace = new Strace(machine, folder.resolve("trace"));
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release(OLD);
        machine.install("hello", List.of(publisher.repository()));
        publisher.release(NEW);
        machine.run(List.of("cp", "-a", machine.home().toString(), before.toString()))
                .exits(0);
        calls = strace.count(CALLS, update);
        expected = tree();
    }

    /** Picks up to this many calls by number, spread evenly from the first to the last. */
    List<Integer> pick(String call, int limit) {
        int all = calls.getOrDefault(call, 0);
        assertTrue(all > 0, "no call of " + call + ", only " + calls);
        int taken = Math.min(all, limit);
        return IntStream.range(0, taken)
                .mapToObj(i -> taken == 1 ? all : 1 + i * (all - 1) / (taken - 1))
                .toList();
    }

    /** Runs the update from its initial state with a fault in one call. */
    Run inject(String fault, String call, int number) throws IOException {
        machine.run(List.of("rm", "-rf", machine.home().toString())).exits(0);
        machine.run(List.of("cp", "-a", before.toString(), machine.home().toString()))
                .exits(0);
        return strace.inject(fault, call, number, update);
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
        machine.run(update).exits(0);
        assertEquals(NEW, runningVersion());
        assertEquals(expected, tree());
        assertTrue(Files.readString(machine.app("hello").resolve("receipt.json"))
                .contains("\"current\": \"" + NEW + "\""));
    }

    /** Lists all paths with their types, modes and link targets. */
    private String tree() throws IOException {
        String list = "cd \"$1\" && find . -printf '%p %y %m %l\\n' | LC_ALL=C sort";
        return machine.run(List.of("sh", "-c", list, "sh", machine.home().toString()))
                .exits(0)
                .out();
    }
}
