package cco.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system call in a trace of strace.
 *
 * @param thread the thread that made the call
 * @param name the name of the call
 * @param text its arguments and its result
 */
record SystemCall(String thread, String name, String text) {

    private static final Pattern CALL = Pattern.compile("(\\d+) +(\\w+)\\((.*)");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
    private static final Pattern DESCRIPTOR = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern PATH = Pattern.compile("\"(/[^\"]*)\"");
    private static final Pattern FAILED = Pattern.compile("\\) += -1 ");
    private static final Pattern WRITES = Pattern.compile("O_(CREAT|TRUNC|WRONLY|RDWR)");

    /** The parts of names that differ from run to run. */
    private static final Pattern RANDOM = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9]{6,}");

    /** Reads a trace, in which a call that another thread interrupts has two lines. */
    static List<SystemCall> parse(List<String> trace) {
        List<SystemCall> calls = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (String line : trace) {
            Matcher call = CALL.matcher(line);
            Matcher resumed = RESUMED.matcher(line);
            if (call.matches()) {
                last.put(call.group(1), calls.size());
                calls.add(new SystemCall(call.group(1), call.group(2), call.group(3)));
            } else if (resumed.matches() && last.containsKey(resumed.group(1))) {
                calls.set(
                        last.get(resumed.group(1)),
                        calls.get(last.get(resumed.group(1))).with(resumed.group(2)));
            }
        }
        return calls;
    }

    private SystemCall with(String rest) {
        return new SystemCall(thread, name, text + rest);
    }

    /** Whether strace has made the call fail. */
    boolean isInjected() {
        return text.endsWith("(INJECTED)");
    }

    /** Whether the call has changed a file below a folder, opened one to change it, or waited for its disk. */
    boolean changes(Path root) {
        return isBelow(root)
                && !FAILED.matcher(text).find()
                && (!name.equals("openat") || WRITES.matcher(text).find());
    }

    /** Whether the call is about a file below a folder. */
    boolean isBelow(Path root) {
        return path().filter(path -> path.startsWith(root)).isPresent();
    }

    /** The call with the file that it is about, without random parts. */
    String site(Path root) {
        String file = path().map(path -> path.startsWith(root) ? root.relativize(path) : path)
                .map(Path::toString)
                .orElse("");
        return name + " " + RANDOM.matcher(file).replaceAll("#");
    }

    /** The file of the descriptor, or the last path: a rename has two. */
    private Optional<Path> path() {
        Matcher descriptor = DESCRIPTOR.matcher(text);
        if (descriptor.find()) {
            return Optional.of(Path.of(descriptor.group(1)));
        }
        return PATH.matcher(text).results().map(path -> Path.of(path.group(1))).reduce((first, second) -> second);
    }
}
