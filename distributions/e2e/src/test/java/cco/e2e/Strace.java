package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Counts a program's system calls and injects faults into them. */
final class Strace {

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\(.*");

    private final Machine machine;
    private final Path trace;

    Strace(Machine machine, Path trace) throws IOException {
        machine.requires("strace");
        this.machine = machine;
        this.trace = trace;
    }

    /** Counts the calls of the threads that rename files, which are the ones that do the work. */
    Map<String, Integer> count(List<String> calls, List<String> command) throws IOException {
        run(command, "-e", "trace=" + String.join(",", calls)).exits(0);
        List<Matcher> lines = Files.readAllLines(trace).stream()
                .map(CALL::matcher)
                .filter(Matcher::matches)
                .toList();
        Set<String> workers = lines.stream()
                .filter(call -> call.group(2).equals("rename"))
                .map(call -> call.group(1))
                .collect(Collectors.toSet());
        return lines.stream()
                .filter(call -> workers.contains(call.group(1)))
                .collect(Collectors.groupingBy(call -> call.group(2), TreeMap::new, Collectors.summingInt(_ -> 1)));
    }

    /** Runs a program and injects a fault into its nth call: {@code signal=KILL} or {@code error=EIO}. */
    Run inject(String fault, String call, int number, List<String> command) throws IOException {
        return run(command, "-e", "trace=" + call, "-e", "inject=" + call + ":" + fault + ":when=" + number);
    }

    private Run run(List<String> command, String... options) throws IOException {
        List<String> traced = new ArrayList<>(List.of("strace", "-f", "-o", trace.toString()));
        traced.addAll(List.of(options));
        traced.addAll(command);
        return machine.run(traced);
    }
}
