package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Repeats one command from the same state, with a fault in a different system call each time. The files that a run
 * without faults leaves are those that must be there in the end.
 */
final class CommandWithFaults {

    /** The exit code of a killed program. */
    static final int KILLED = 128 + 9;

    /** The system calls by which Java changes the disk. */
    private static final List<String> CALLS = List.of(
            "rename",
            "symlink",
            "link",
            "unlink",
            "rmdir",
            "mkdir",
            "chmod",
            "fsync",
            "syncfs",
            "ftruncate",
            "openat",
            "write",
            "pwrite64");

    /** How often a fault is tried that hits another call, because the threads of Java took another order. */
    private static final int ATTEMPTS = 3;

    private final Machine machine;
    private final Path swept;
    private final List<String> command;
    private final Path before;
    private final Strace strace;
    private final List<FaultPoint> points;
    private final Run undisturbed;
    private final List<String> files;

    /**
     * Takes the present state of the machine, and runs the command once without faults.
     *
     * @param swept the folder whose files are subject to faults
     */
    CommandWithFaults(Machine machine, Path folder, Path swept, String... words) throws IOException {
        this.machine = machine;
        this.swept = swept;
        this.command = Machine.command(InstalledCco.program().toString(), words);
        Files.createDirectories(machine.home());
        before = folder.resolve("before");
        machine.run(List.of("cp", "-a", machine.home().toString(), before.toString()))
                .exits(0);
        strace = new Strace(machine, folder.resolve("trace"));
        undisturbed = strace.trace(CALLS, command);
        points = FaultPoint.of(strace.calls(), swept);
        assertFalse(points.isEmpty(), undisturbed::toString);
        files = files();
    }

    /** The result of the run without faults. */
    Run undisturbed() {
        return undisturbed;
    }

    /** The calls that change the disk, in their order. */
    List<FaultPoint> points() {
        return points;
    }

    /** Kills the command at a call; empty if the call was not reached. */
    Optional<Run> kill(FaultPoint point) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Run run = inject("signal=KILL", point);
            if (run.exit() == KILLED && point.killed(strace.calls(), swept)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    /** Lets a call fail; empty if the call was not reached, or another one failed first. */
    Optional<Run> fail(FaultPoint point, String error) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Run run = inject("error=" + error, point);
            if (point.failed(strace.calls(), swept)) {
                return Optional.of(run);
            }
        }
        return Optional.empty();
    }

    private Run inject(String fault, FaultPoint point) throws IOException {
        machine.run(List.of("rm", "-rf", machine.home().toString())).exits(0);
        machine.run(List.of("cp", "-a", before.toString(), machine.home().toString()))
                .exits(0);
        return strace.inject(fault, point.call(), point.number(), command);
    }

    /** Runs the command without faults. */
    Run repeat() throws IOException {
        return machine.run(command);
    }

    /** The files that are there now or after a run without faults, but not both. */
    List<String> differences() throws IOException {
        List<String> now = files();
        Stream<String> missing =
                files.stream().filter(file -> !now.contains(file)).map("missing: "::concat);
        Stream<String> left = now.stream().filter(file -> !files.contains(file)).map("left: "::concat);
        return Stream.concat(missing, left).toList();
    }

    /**
     * Lists all paths with their types, modes and link targets, and the sizes of installed files. A killed publisher
     * leaves a folder in the cache.
     */
    private List<String> files() throws IOException {
        String list = "cd \"$1\" && find . -path './cache/publish-*' -prune -o -path './data/*/versions/*' -type f"
                + " -printf '%p %y %m %s\\n' -o -printf '%p %y %m %l\\n' | LC_ALL=C sort";
        return machine.run(List.of("sh", "-c", list, "sh", machine.home().toString()))
                .exits(0)
                .out()
                .lines()
                .toList();
    }
}
