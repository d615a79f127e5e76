import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import cco.core.trust.Sha256Mode;
import cco.core.trust.TrustedManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What the publisher and the clients do.
 *
 * @param title the name in the table
 * @param jitter whether the clients spread their checks
 * @param states the states of the repository, in the order of their times
 */
record FleetScenario(String title, Jitter jitter, List<State> states) {

    /** The three fleets that are compared. */
    static final List<FleetScenario> ALL = List.of(
            new FleetScenario("as cco works, to everyone at once", Jitter.ON, List.of(state(0, 100))),
            new FleetScenario(
                    "as cco works, 10 %, 25 %, 50 %, 100 % day by day",
                    Jitter.ON, List.of(state(0, 10), state(1, 25), state(2, 50), state(3, 100))),
            new FleetScenario("without jitter, to everyone at once", Jitter.OFF, List.of(state(0, 100))));

    private static final String MANIFEST = """
            {"schema": 1, "app": "hello", "serial": %d, "latest": {"stable": "1.1.0"},
             "versions": {"1.1.0": {"date": "%s", "rollout": {"percent": %d, "seed": "1.1.0"},
              "platforms": {"linux-x86_64": {"url": "v1.1.0/a.tar.gz", "sha256": "%s", "size": 1}}}}}
            """;

    /** Whether clients spread their checks at random. */
    enum Jitter {
        ON,
        OFF
    }

    /**
     * What the repository serves from a time on.
     *
     * @param since the time
     * @param manifest the manifest
     */
    record State(Instant since, TrustedManifest manifest) {}

    private static State state(int day, int percent) {
        Instant since = Fleet.RELEASE.plus(Duration.ofDays(day));
        String text = MANIFEST.formatted(day + 1, Fleet.RELEASE, percent, "0".repeat(64));
        UntrustedBytes bytes = new UntrustedBytes("manifest", text.getBytes(StandardCharsets.UTF_8));
        try {
            return new State(since, new Sha256Mode().accept(bytes, new AppName("hello"), LastAccepted.NOTHING, since));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many states were published before a time. */
    int published(Instant now) {
        int count = 0;
        while (count < states.size() && !now.isBefore(states.get(count).since())) {
            count++;
        }
        return count;
    }
}
