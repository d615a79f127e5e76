package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures of {@code docs/scale.md} are those of today's schedule: a small fleet gives the same, scaled down. */
class FleetIT {

    private static final int CLIENTS = 10_000;
    private static final int SCALE = 1_000_000 / CLIENTS;

    /** The busiest minute of a small fleet is busier than its share of a large one. */
    private static final double TOLERANCE = 1;

    private static final double TOLERANCE_OF_MEAN = 0.1;

    @TempDir
    Path folder;

    @Test
    void documentedFigures_areCurrent() throws IOException {
        Path guide = Checkout.ROOT.resolve("docs/scale.md");
        String program = Checkout.ROOT.resolve("distributions/bench/fleet").toString();
        String picture = folder.resolve("fleet.svg").toString();
        Run run = new Machine(folder)
                .with("JAVA_HOME", System.getProperty("java.home"))
                .run(List.of(program, String.valueOf(CLIENTS), picture))
                .exits(0);
        List<List<String>> documented = rows(Files.readAllLines(guide));
        List<List<String>> simulated = rows(run.out().lines().toList());
        assertEquals(simulated.size(), documented.size());
        for (int i = 0; i < simulated.size(); i++) {
            requireSimilar(documented.get(i), simulated.get(i));
        }
        assertEquals(3, documented.size());
    }

    /** The rows of the table of releases: title, four figures, two durations. */
    private static List<List<String>> rows(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            List<String> cells = List.of(line.replaceAll("^\\| | \\|$", "").split(" \\| "));
            if (cells.size() == 7 && cells.getLast().endsWith(" h")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    private static void requireSimilar(List<String> documented, List<String> simulated) {
        assertEquals(simulated.getFirst(), documented.getFirst());
        for (int column = 1; column < 5; column++) {
            double expected = number(documented.get(column));
            double tolerance = expected * (column == 1 ? TOLERANCE_OF_MEAN : TOLERANCE);
            assertEquals(expected, number(simulated.get(column)) * SCALE, tolerance, documented.toString());
        }
        for (int column = 5; column < 7; column++) {
            assertEquals(number(documented.get(column)), number(simulated.get(column)), 2, documented.toString());
        }
    }

    private static double number(String cell) {
        return Double.parseDouble(cell.replaceAll("[^0-9.]", ""));
    }
}
