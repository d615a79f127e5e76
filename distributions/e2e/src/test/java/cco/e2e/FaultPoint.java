package cco.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A system call at which a fault can be injected. strace counts the calls of each thread on its own, so a fault hits
 * the first thread that makes its call with this number.
 *
 * @param call the name of the call
 * @param number the number of the call among those of its name and thread, from 1
 * @param site the call with its file, to recognize it in another run
 */
record FaultPoint(String call, int number, String site) {

    /** The calls of a run that change files below a folder and can be hit. */
    static List<FaultPoint> of(List<SystemCall> calls, Path root) {
        List<FaultPoint> points = new ArrayList<>();
        Map<String, Integer> made = new HashMap<>();
        Map<String, Integer> reached = new HashMap<>();
        for (SystemCall call : calls) {
            int number = made.merge(call.thread() + " " + call.name(), 1, Integer::sum);
            boolean first = number > reached.merge(call.name(), 0, Integer::sum);
            reached.merge(call.name(), number, Integer::max);
            if (first && call.changes(root)) {
                points.add(new FaultPoint(call.name(), number, call.site(root)));
            }
        }
        return points;
    }

    /** Whether a run ended at this point. */
    boolean killed(List<SystemCall> calls, Path root) {
        Map<String, Integer> made = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        for (SystemCall call : calls) {
            made.merge(call.thread(), 1, Integer::sum);
            last.put(call.thread(), call.site(root));
        }
        return made.keySet().stream()
                .anyMatch(
                        thread -> made.get(thread) == number && last.get(thread).equals(site));
    }

    /** Whether the call failed at this point first, and no call failed that is not about a file below the folder. */
    boolean failed(List<SystemCall> calls, Path root) {
        List<SystemCall> injected =
                calls.stream().filter(SystemCall::isInjected).toList();
        return !injected.isEmpty()
                && injected.getFirst().site(root).equals(site)
                && injected.stream().allMatch(call -> call.isBelow(root));
    }

    @Override
    public String toString() {
        return site + " (" + call + " " + number + ")";
    }
}
