import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Simulates the requests of a fleet after a release, with the schedule and the rollouts of the engine and a virtual
 * clock. Prints a table and draws it as an SVG file. The same number of clients always gives the same result.
 */
final class Fleet {

    /** All clients were set up within an hour of this Monday morning, the worst case for a server. */
    static final Instant SET_UP = Instant.parse("2026-01-05T08:00:00Z");

    static final Instant RELEASE = Instant.parse("2026-01-12T10:00:00Z");
    static final Instant END = RELEASE.plus(Duration.ofDays(14));

    private static final double MEGABYTE = 1_000_000;

    private Fleet() {}

    public static void main(String[] arguments) throws Exception {
        int clients = Integer.parseInt(arguments[0]);
        List<FleetLoad> loads = new ArrayList<>();
        System.out.println(
                "| release | mean requests/s | in the busiest minute | MB/s with deltas | with whole archives"
                        + " | half are updated after | 95 % after |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (FleetScenario scenario : FleetScenario.ALL) {
            FleetLoad load = run(scenario, clients);
            loads.add(load);
            System.out.println(row(load));
        }
        if (arguments.length > 1) {
            draw(loads, Path.of(arguments[1]));
        }
    }

    private static FleetLoad run(FleetScenario scenario, int clients) throws Exception {
        FleetLoad load = new FleetLoad(scenario, clients);
        for (int i = 0; i < clients; i++) {
            new FleetClient(scenario, i).run(load);
        }
        return load;
    }

    private static String row(FleetLoad load) {
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f | %s | %s |",
                load.scenario().title(),
                load.meanRequests(),
                load.peakRequests(),
                load.peakBytes(FleetLoad.DELTA) / MEGABYTE,
                load.peakBytes(FleetLoad.ARCHIVE) / MEGABYTE,
                hours(load.minutesUntil(0.5)),
                hours(load.minutesUntil(0.95)));
    }

    private static String hours(long minutes) {
        return Math.round(minutes / 60.0) + " h";
    }

    private static void draw(List<FleetLoad> loads, Path file) throws IOException {
        Files.writeString(file, new FleetChart(loads).toString());
    }
}
