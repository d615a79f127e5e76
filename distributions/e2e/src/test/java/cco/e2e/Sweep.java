package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Kills a command at its system calls, and lets the calls fail. All faults with a bad end are collected, so that one
 * run finds them all.
 */
final class Sweep {

    /** The causes of a failing call. */
    private static final List<String> ERRORS = List.of("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EMFILE");

    /** How many points of a sample are tried until one is reached. */
    private static final int CANDIDATES = 6;

    /** How much {@code -Dcco.sweep} asks for. */
    private enum Extent {
        /** A few faults of each command. */
        SAMPLE,
        /** A kill after each call that is not a mere sync, and one error at the first call for each kind of file. */
        SITES,
        /** A kill and every error at each call. */
        WHOLE
    }

    private static final Extent EXTENT =
            Extent.valueOf(System.getProperty("cco.sweep", "sample").toUpperCase());

    private final String name;
    private final SweptCommand swept;
    private final List<String> bad = new ArrayList<>();
    private int faults;
    private int missed;

    private Sweep(String name, SweptCommand swept) {
        this.name = name;
        this.swept = swept;
    }

    /** What happens after a fault. */
    @FunctionalInterface
    private interface Check {
        Optional<Run> run() throws IOException;
    }

    /**
     * Sweeps a command.
     *
     * @param kills the number of kills in a sample
     * @param errors the number of failing calls in a sample
     */
    static void over(String name, SweptCommand swept, int kills, int errors) throws IOException {
        Sweep sweep = new Sweep(name, swept);
        List<FaultPoint> points = swept.command().points();
        List<FaultPoint> failing = EXTENT == Extent.SITES ? firstOfEachSite(points) : points;
        for (int index : pick(failing.size(), errors)) {
            for (String error : errorsAt(index)) {
                sweep.inject(failing, index, point -> sweep.fail(point, error));
            }
        }
        List<FaultPoint> killed = EXTENT == Extent.SITES ? afterChanges(points) : points;
        for (int index : pick(killed.size(), kills)) {
            sweep.inject(killed, index, sweep::kill);
        }
        sweep.end(points.size());
    }

    private static List<String> errorsAt(int index) {
        return EXTENT == Extent.WHOLE ? ERRORS : List.of(ERRORS.get(index % ERRORS.size()));
    }

    private static List<FaultPoint> firstOfEachSite(List<FaultPoint> points) {
        Set<String> sites = new HashSet<>();
        return points.stream().filter(point -> sites.add(point.site())).toList();
    }

    /** A kill after a sync finds the same files as a kill before. */
    private static List<FaultPoint> afterChanges(List<FaultPoint> points) {
        return IntStream.range(0, points.size())
                .filter(i -> i == 0 || !points.get(i - 1).call().endsWith("sync"))
                .mapToObj(points::get)
                .toList();
    }

    /** Picks indexes that are spread evenly from the first to the last. */
    private static List<Integer> pick(int size, int limit) {
        int taken = EXTENT == Extent.SAMPLE ? Math.min(size, limit) : size;
        return IntStream.range(0, taken)
                .mapToObj(i -> (2 * i + 1) * size / (2 * taken))
                .toList();
    }

    /**
     * Injects a fault at a point. In a sample, a point that is not reached gives way to the next: the threads of Java
     * share the work differently in each run, and the run that gave the points may have been an unusual one.
     */
    private void inject(List<FaultPoint> points, int index, Predicate<FaultPoint> fault) {
        faults++;
        int end = EXTENT == Extent.SAMPLE ? Math.min(index + CANDIDATES, points.size()) : index + 1;
        boolean reached = points.subList(index, end).stream().anyMatch(fault);
        missed += reached ? 0 : 1;
    }

    private boolean kill(FaultPoint point) {
        return check("killed at " + point, () -> {
            Optional<Run> run = swept.command().kill(point);
            if (run.isPresent()) {
                swept.requireUsable();
                swept.requireCompletion();
            }
            return run;
        });
    }

    private boolean fail(FaultPoint point, String error) {
        return check(error + " in " + point, () -> {
            Optional<Run> run = swept.command().fail(point, error);
            if (run.isPresent()) {
                swept.requireUsable();
                swept.requireTrueReport(run.get());
                swept.requireCompletion();
            }
            return run;
        });
    }

    /** Whether the fault was reached, with a good end or a bad one. */
    private boolean check(String fault, Check check) {
        try {
            swept.restore();
            Optional<Run> run = check.run();
            report(fault + ": " + run.map(Run::toString).orElse("not reached"));
            return run.isPresent();
        } catch (IOException | AssertionError e) {
            bad.add(fault + ": " + e.getMessage());
            report("BAD: " + bad.getLast());
            return true;
        }
    }

    /** Adds to the report for the reader of a whole sweep, which may take an hour. */
    private void report(String line) {
        if (EXTENT != Extent.SAMPLE) {
            try {
                Path file = Files.createDirectories(Path.of("target/sweep")).resolve(name + ".txt");
                Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void end(int points) {
        if (EXTENT != Extent.SAMPLE) {
            String summary = "sweep of %s: %d calls, %d faults, %d not reached, %d bad"
                    .formatted(name, points, faults, missed, bad.size());
            report(summary);
            System.out.println(summary);
        }
        assertEquals(List.of(), bad, () -> bad.size() + " of " + faults + " faults have a bad end");
        assertTrue(missed * 10 <= faults, () -> missed + " of " + faults + " faults did not reach their call");
    }
}
