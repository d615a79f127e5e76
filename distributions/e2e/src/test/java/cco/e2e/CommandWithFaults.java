package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Repeats one command from the same state and makes a different system call fail each time. When it is repeated
 * without faults, the result must be that of a run without faults.
 */
final class CommandWithFaults {

    /** The system calls by which Java changes the disk, apart from write. */
    private static final List<String> CALLS =
            List.of("rename", "symlink", "link", "unlink", "rmdir", "mkdir", "chmod", "fsync", "ftruncate");

    /** {@code -Dcco.sweep=whole} tries every call instead of a few. */
    static final boolean WHOLE = "whole".equals(System.getProperty("cco.sweep"));

    private final Machine machine;
    private final List<String> command;
    private final Path before;
    private final Strace strace;
    private final Map<String, Integer> calls;
    private final String expected;

    /** Takes the present state of the machine, and runs the command once without faults. */
    CommandWithFaults(Machine machine, Path folder, List<String> command) throws IOException {
        this.machine = machine;
        this.command = command;
        Files.createDirectories(machine.home());
        before = folder.resolve("before");
        machine.run(List.of("cp", "-a", machine.home().toString(), before.toString()))
                .exits(0);
        strace = new Strace(machine, folder.resolve("trace"));
        calls = strace.count(CALLS, command);
        expected = tree();
    }

    /** Picks up to this many calls by number, spread evenly from the first to the last. */
    List<Integer> pick(String call, int limit) {
        int all = calls.getOrDefault(call, 0);
        assertTrue(all > 0, "no call of " + call + ", only " + calls);
        int taken = WHOLE ? all : Math.min(all, limit);
        return IntStream.range(0, taken)
                .mapToObj(i -> taken == 1 ? all : 1 + i * (all - 1) / (taken - 1))
                .toList();
    }

    /** The calls that the command makes. */
    Set<String> calls() {
        return calls.keySet();
    }

    /** Runs the command from its initial state with a fault in one call. */
    Run inject(String fault, String call, int number) throws IOException {
        machine.run(List.of("rm", "-rf", machine.home().toString())).exits(0);
        machine.run(List.of("cp", "-a", before.toString(), machine.home().toString()))
                .exits(0);
        return strace.inject(fault, call, number, command);
    }

    /** Asserts that the command succeeds now and leaves the same files as without faults. */
    void completes() throws IOException {
        machine.run(command).exits(0);
        assertEquals(expected, tree());
    }

    /** Lists all paths with their types, modes and link targets. A killed publisher leaves a folder in the cache. */
    private String tree() throws IOException {
        String list =
                "cd \"$1\" && find . -path './cache/publish-*' -prune -o -printf '%p %y %m %l\\n' | LC_ALL=C sort";
        return machine.run(List.of("sh", "-c", list, "sh", machine.home().toString()))
                .exits(0)
                .out();
    }
}
