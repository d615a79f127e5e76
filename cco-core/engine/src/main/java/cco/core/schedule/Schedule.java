package cco.core.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * An app's schedule: when it is checked, and what the next command shows about it.
 *
 * @param timing when the app is checked
 * @param lastUpdate when another version was last installed
 * @param notices what the next command will show
 */
public record Schedule(CheckTiming timing, Optional<Instant> lastUpdate, PendingNotices notices) {

    /**
     * {@return the schedule of an app that was never checked}
     *
     * @param now the current time
     * @param jitter the random delay, in steps
     */
    public static Schedule initial(Instant now, int jitter) {
        return new Schedule(CheckTiming.initial(now, jitter), Optional.empty(), PendingNotices.EMPTY);
    }

    /**
     * {@return the schedule after a successful check, which makes the last status obsolete}
     *
     * @param now the current time
     * @param jitter the random delay, in steps
     */
    public Schedule checked(Instant now, int jitter) {
        return new Schedule(timing.checked(now, jitter), lastUpdate, notices.withoutStatus());
    }

    /**
     * {@return the schedule after another version was installed}
     *
     * @param now the current time
     */
    public Schedule updated(Instant now) {
        return new Schedule(timing, Optional.of(now), notices.withoutStatus());
    }

    /**
     * Replaces the timing.
     *
     * @param other the replacement
     * @return the changed schedule
     */
    public Schedule with(CheckTiming other) {
        return new Schedule(other, lastUpdate, notices);
    }

    /**
     * Replaces the notices.
     *
     * @param other the replacement
     * @return the changed schedule
     */
    public Schedule with(PendingNotices other) {
        return new Schedule(timing, lastUpdate, other);
    }
}
