package cco.core.schedule;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The schedule of an app. */
public final class ScheduleFuzz {

    private ScheduleFuzz() {}

    /** Reads a schedule; one that is written again has to stay the same. */
    public static void run(byte[] input) {
        Optional<Schedule> schedule = ScheduleText.read(new String(input, StandardCharsets.UTF_8));
        if (schedule.isPresent()) {
            // A damaged text may lose its last line break.
            Schedule written =
                    ScheduleText.read(ScheduleText.write(schedule.get())).orElseThrow();
            if (!ScheduleText.read(ScheduleText.write(written)).equals(Optional.of(written))) {
                throw new IllegalStateException(written + " changes when it is read");
            }
        }
    }
}
