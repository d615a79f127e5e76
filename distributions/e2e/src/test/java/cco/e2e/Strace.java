package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Traces a program's system calls and injects faults into them. */
final class Strace {

    /** Hides the other programs of this system: looking at each of them, cco opens more or fewer files. */
    private static final List<String> ALONE = List.of("unshare", "--pid", "--fork", "--mount-proc");

    private final Machine machine;
    private final Path trace;
    private final List<String> prefix;

    Strace(Machine machine, Path trace) throws IOException {
        machine.requires("strace");
        this.machine = machine;
        this.trace = trace;
        this.prefix = isAllowed(ALONE) ? ALONE : List.of();
    }

    private boolean isAllowed(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        return machine.has(prefix.getFirst()) && machine.run(command).exit() == 0;
    }

    /** Counts the calls of the threads that rename files, which are the ones that do the work. */
    Map<String, Integer> count(List<String> calls, List<String> command) throws IOException {
        trace(calls, command).exits(0);
        List<SystemCall> traced = calls();
        Set<String> workers = traced.stream()
                .filter(call -> call.name().equals("rename"))
                .map(SystemCall::thread)
                .collect(Collectors.toSet());
        return traced.stream()
                .filter(call -> workers.contains(call.thread()))
                .collect(Collectors.groupingBy(SystemCall::name, TreeMap::new, Collectors.summingInt(_ -> 1)));
    }

    /** Runs a program and traces its calls with these names. */
    Run trace(List<String> calls, List<String> command) throws IOException {
        return run(command, "-e", "trace=" + String.join(",", calls));
    }

    /** Runs a program and injects a fault into its nth call: {@code signal=KILL} or {@code error=EIO}. */
    Run inject(String fault, String call, int number, List<String> command) throws IOException {
        return run(command, "-e", "trace=" + call, "-e", "inject=" + call + ":" + fault + ":when=" + number);
    }

    /** The traced calls of the last run, in the order of their start. */
    List<SystemCall> calls() throws IOException {
        return SystemCall.parse(Files.readAllLines(trace));
    }

    private Run run(List<String> command, String... options) throws IOException {
        List<String> traced = new ArrayList<>(prefix);
        traced.addAll(List.of("strace", "-f", "-y", "-o", trace.toString()));
        traced.addAll(List.of(options));
        traced.addAll(command);
        return machine.run(traced);
    }
}
