package cco.cli.report;

import cco.cli.console.Event;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.model.AppName;
import cco.core.schedule.Schedule;
import cco.core.schedule.ScheduleFile;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A time of the schedule that is shown among the settings but cannot be set.
 *
 * @param key its name among the settings
 * @param time of the last check or update; empty if there was none
 */
public record ScheduleFact(KeyPath key, Optional<Instant> time) {

    private static final KeyPath SCHEDULE = KeyPath.of("updates", "schedule");

    /** The facts about one app. */
    public static List<ScheduleFact> of(AppName app, Dirs dirs) throws CcoException {
        KeyPath home = app.equals(AppName.CCO)
                ? SCHEDULE
                : KeyPath.of("apps", app.value()).plus(SCHEDULE);
        try {
            Optional<Schedule> schedule = new ScheduleFile(dirs.appState(app)).read();
            return List.of(
                    new ScheduleFact(
                            home.plus("last_check"),
                            schedule.flatMap(saved -> saved.timing().lastCheck())),
                    new ScheduleFact(home.plus("last_update"), schedule.flatMap(Schedule::lastUpdate)));
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot read the schedule of " + app, e),
                    "check the permissions of " + dirs.appState(app),
                    e);
        }
    }

    /** The fact with this name. */
    public static Optional<ScheduleFact> find(KeyPath key, Dirs dirs) throws CcoException {
        boolean other = key.size() > 2
                && key.parts().getFirst().equals("apps")
                && AppName.isValid(key.parts().get(1));
        AppName app = other ? new AppName(key.parts().get(1)) : AppName.CCO;
        return of(app, dirs).stream().filter(fact -> fact.key.equals(key)).findFirst();
    }

    /** The time, or this text if there is none. */
    public String or(String never) {
        return time.map(Instant::toString).orElse(never);
    }

    /** The event for scripts. */
    public Event event() {
        return Event.named("setting").with("key", key).with("value", time).with("from", "schedule");
    }
}
