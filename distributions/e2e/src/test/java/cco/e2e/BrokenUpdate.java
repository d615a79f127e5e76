package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One update that is run again and again from the same state, and broken at another system call each time. What must
 * come out of it in the end is what comes out when nothing is broken.
 */
final class BrokenUpdate {

    static final String OLD = "1.0.0";
    static final String NEW = "1.1.0";

    /** The calls by which Java changes a disk; what is written lies between two of them. */
    private static final List<String> CALLS =
            List.of("rename", "symlink", "unlink", "rmdir", "mkdir", "chmod", "fsync", "ftruncate");

    private final Machine machine;
    private final List<String> update;
    private final Path before;
    private final Strace strace;
    private final Map<String, Integer> calls;
    private final String whole;

    BrokenUpdate(Path folder, Cco cco) throws IOException {
        machine = new Machine(folder.resolve("machine"), cco.program());
        update = List.of(cco.program().toString(), "update", "hello", "--yes");
        before = folder.resolve("before");
        strace = new Strace(machine, folder.resolve("trace"));
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release(OLD);
        machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(0);
        publisher.release(NEW);
        machine.run(List.of("cp", "-a", machine.home().toString(), before.toString()))
                .exits(0);
        calls = strace.count(CALLS, update);
        whole = tree();
    }

    /** Up to so many numbers of a call, spread evenly over all that the update makes of it; the first and the last. */
    List<Integer> numbers(String call, int limit) {
        int all = calls.getOrDefault(call, 0);
        assertTrue(all > 0, "an update never calls " + call + ", only " + calls);
        int taken = Math.min(all, limit);
        return IntStream.range(0, taken)
                .mapToObj(i -> taken == 1 ? all : 1 + i * (all - 1) / (taken - 1))
                .toList();
    }

    /** Runs the update from the beginning with one broken call. */
    Run with(String fault, String call, int number) throws IOException {
        machine.run(List.of("rm", "-rf", machine.home().toString())).exits(0);
        machine.run(List.of("cp", "-a", before.toString(), machine.home().toString()))
                .exits(0);
        return strace.inject(fault, call, number, update);
    }

    /** The version that the user runs now: the old one or the new one, and a whole one. */
    String runs() throws IOException {
        Run run = machine.installed("hello").exits(0);
        String version = run.out().strip().replace("hello from ", "");
        assertTrue(List.of(OLD, NEW).contains(version), run::toString);
        assertEquals(
                Path.of("versions", version),
                Files.readSymbolicLink(machine.app("hello").resolve("current")));
        return version;
    }

    /** The next update succeeds, and leaves exactly what an update leaves that nothing has broken. */
    void isCompletedByTheNext() throws IOException {
        machine.run(update).exits(0);
        assertEquals(NEW, runs());
        assertEquals(whole, tree());
        assertTrue(Files.readString(machine.app("hello").resolve("receipt.json"))
                .contains("\"current\": \"" + NEW + "\""));
    }

    /** All paths with their kinds, modes and the targets of links. */
    private String tree() throws IOException {
        String list = "cd \"$1\" && find . -printf '%p %y %m %l\\n' | LC_ALL=C sort";
        return machine.run(List.of("sh", "-c", list, "sh", machine.home().toString()))
                .exits(0)
                .out();
    }
}
