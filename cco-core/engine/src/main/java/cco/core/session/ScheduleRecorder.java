package cco.core.session;

import cco.core.disk.IoReason;
import cco.core.model.AppName;
import cco.core.schedule.CheckTiming;
import cco.core.schedule.Schedule;
import cco.core.schedule.ScheduleFile;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * Records in an app's schedule what was done by whomever, so that nothing is checked again too soon. What cannot be
 * recorded is mentioned, and stops nothing.
 */
public final class ScheduleRecorder {

    private final EngineContext tools;
    private final AppName app;

    public ScheduleRecorder(EngineContext tools, AppName app) {
        this.tools = tools;
        this.app = app;
    }

    /** A source was heard. */
    void checked() {
        record(schedule -> schedule.checked(now(), spread()));
    }

    /** Another version is current. */
    void updated() {
        record(schedule -> schedule.updated(now()));
    }

    /** Anything else. */
    public void record(UnaryOperator<Schedule> change) {
        try {
            new ScheduleFile(tools.dirs().appState(app)).change(now(), spread(), change);
        } catch (IOException e) {
            tools.listener().notice("cannot record when " + app + " was checked: " + IoReason.of(e));
        }
    }

    /** A place in the crowd. */
    public static int spread() {
        return ThreadLocalRandom.current().nextInt(CheckTiming.SPREADS);
    }

    private Instant now() {
        return tools.clock().instant();
    }
}
