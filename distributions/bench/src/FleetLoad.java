import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The requests to the server and the updated clients, minute by minute after the release. */
final class FleetLoad {

    /**
     * What one step of a client costs.
     *
     * @param requests their number
     * @param bytes of all answers, with headers, without TLS
     */
    record Cost(int requests, long bytes) {}

    // As nginx counted them: a repository with 20 versions on five platforms, and two builds of cco, 20 commits apart.
    static final Cost UNCHANGED = new Cost(2, 1_165);
    static final Cost CHANGED = new Cost(5, 94_000);
    static final Cost DELTA = new Cost(2, 108_000);
    static final Cost ARCHIVE = new Cost(2, 12_358_000);

    private final FleetScenario scenario;
    private final int clients;
    private final int[] unchanged = new int[minute(Fleet.END)];
    private final int[] changed = new int[unchanged.length];
    private final int[] updates = new int[unchanged.length];

    FleetLoad(FleetScenario scenario, int clients) {
        this.scenario = scenario;
        this.clients = clients;
    }

    private static int minute(Instant time) {
        return (int) Duration.between(Fleet.RELEASE, time).toMinutes();
    }

    void checked(Instant now, Cost cost) {
        if (!now.isBefore(Fleet.RELEASE)) {
            (cost == CHANGED ? changed : unchanged)[minute(now)]++;
        }
    }

    void updated(Instant now) {
        updates[minute(now)]++;
    }

    FleetScenario scenario() {
        return scenario;
    }

    /** The number of minutes. */
    int length() {
        return unchanged.length;
    }

    /** Requests per second in a minute. */
    double requests(int minute) {
        return (unchanged[minute] * UNCHANGED.requests
                        + changed[minute] * CHANGED.requests
                        + updates[minute] * DELTA.requests)
                / 60.0;
    }

    double meanRequests() {
        return IntStream.range(0, length())
                .mapToDouble(this::requests)
                .average()
                .orElseThrow();
    }

    double peakRequests() {
        return IntStream.range(0, length()).mapToDouble(this::requests).max().orElseThrow();
    }

    /** Bytes per second in the busiest minute. */
    double peakBytes(Cost update) {
        return IntStream.range(0, length())
                .mapToDouble(minute -> (unchanged[minute] * UNCHANGED.bytes
                                + changed[minute] * CHANGED.bytes
                                + updates[minute] * update.bytes)
                        / 60.0)
                .max()
                .orElseThrow();
    }

    /** The share of updated clients at the end of each minute. */
    double[] shares() {
        double[] shares = new double[length()];
        int sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += updates[i];
            shares[i] = (double) sum / clients;
        }
        return shares;
    }

    long minutesUntil(double share) {
        return Arrays.stream(shares()).takeWhile(value -> value < share).count();
    }
}
