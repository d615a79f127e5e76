import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import cco.core.plan.LocalPolicy;
import cco.core.plan.Planner;
import cco.core.plan.Target;
import cco.core.plan.UpdatePlan;
import cco.core.schedule.CheckTiming;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** One installation, which installs updates in the background. Every other one is an office machine. */
final class FleetClient {

    private static final Version OLD = Version.of("1.0.0");
    private static final Version UPDATER = Version.of("0.1.0");
    private static final Duration DAILY = Duration.ofDays(1);

    private final FleetScenario scenario;
    private final SplittableRandom random;
    private final FleetMachine machine;
    private final String rolloutId;
    private Instant now;
    private CheckTiming timing;
    private int seen;
    private boolean updated;

    FleetClient(FleetScenario scenario, int number) {
        this.scenario = scenario;
        this.random = new SplittableRandom(number);
        this.rolloutId = new UUID(random.nextLong(), random.nextLong()).toString();
        this.machine =
                number % 2 == 0 ? new FleetMachine.Office(random) : new FleetMachine.Server(random, scenario.jitter());
        this.now = Fleet.SET_UP.plusSeconds(random.nextInt(3600));
        this.timing = CheckTiming.initial(now, jitter());
    }

    private int jitter() {
        return scenario.jitter() == FleetScenario.Jitter.ON ? random.nextInt(CheckTiming.JITTER_STEPS) : 0;
    }

    /** Wakes whenever the machine starts cco, and does nothing until a check is due, as {@code ScheduleFile.claim}. */
    void run(FleetLoad load) throws Exception {
        now = machine.wakeAfter(timing.nextWake());
        while (now.isBefore(Fleet.END)) {
            if (timing.isCheckDue(now, DAILY)) {
                timing = timing.claimed(now).checked(now, jitter());
                check(load);
            } else {
                timing = timing.postponed(now, Optional.of(DAILY));
            }
            now = machine.wakeAfter(timing.nextWake());
        }
    }

    private void check(FleetLoad load) throws Exception {
        int published = scenario.published(now);
        load.checked(now, published > seen ? FleetLoad.CHANGED : FleetLoad.UNCHANGED);
        seen = published;
        if (!updated && published > 0 && offers(scenario.states().get(published - 1))) {
            load.updated(now);
            updated = true;
        }
    }

    private boolean offers(FleetScenario.State state) throws Exception {
        LocalPolicy policy = LocalPolicy.plain(new Platform("linux-x86_64"), UPDATER, Channel.STABLE, rolloutId);
        return new Planner(policy, now).plan(state.manifest(), Optional.of(OLD), new Target.Newest(Optional.empty()))
                instanceof UpdatePlan.Change;
    }
}
