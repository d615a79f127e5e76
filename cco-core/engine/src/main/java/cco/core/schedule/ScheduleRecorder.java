package cco.core.schedule;

import cco.core.disk.IoReason;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/** Records checks and updates in an app's schedule, so that none is repeated too soon. A failure is only a notice. */
public final class ScheduleRecorder {

    private final AppName app;
    private final ScheduleFile file;
    private final InstantSource clock;
    private final ProgressListener listener;

    /**
     * A recorder for one app.
     *
     * @param app the app
     * @param state the app's state folder
     * @param clock the clock
     * @param listener receives progress and notices
     */
    public ScheduleRecorder(AppName app, Path state, InstantSource clock, ProgressListener listener) {
        this.app = app;
        this.file = new ScheduleFile(state);
        this.clock = clock;
        this.listener = listener;
    }

    /** Records that a source answered. */
    public void recordCheck() {
        record(schedule -> schedule.checked(clock.instant(), jitter()), "cannot record the check of " + app);
    }

    /**
     * Records that another version is current.
     *
     * @param version the version
     */
    public void recordUpdate(Version version) {
        record(
                schedule -> schedule.updated(clock.instant()),
                app + " " + version + " is current, but cco cannot record the time of the update");
    }

    /**
     * Records any other change.
     *
     * @param change the change
     */
    public void record(UnaryOperator<Schedule> change) {
        record(change, "cannot record the check of " + app);
    }

    private void record(UnaryOperator<Schedule> change, String failure) {
        Instant now = clock.instant();
        try {
            file.change(now, jitter(), change);
        } catch (IOException e) {
            listener.notice(IoReason.explain(failure, e));
        }
    }

    /**
     * Random jitter, from 0 up to {@link CheckTiming#JITTER_STEPS}.
     *
     * @return the jitter
     */
    public static int jitter() {
        return ThreadLocalRandom.current().nextInt(CheckTiming.JITTER_STEPS);
    }
}
