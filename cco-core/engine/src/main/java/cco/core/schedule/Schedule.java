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

    /** The schedule of an app that was never checked. */
    public static Schedule initial(Instant now, int jitter) {
        return new Schedule(CheckTiming.initial(now, jitter), Optional.empty(), PendingNotices.EMPTY);
    }

    /** The schedule after a successful check, which makes the last status obsolete. */
    public Schedule checked(Instant now, int jitter) {
        return new Schedule(timing.checked(now, jitter), lastUpdate, notices.withoutStatus());
    }

    /** The schedule after another version was installed. */
    public Schedule updated(Instant now) {
        return new Schedule(timing, Optional.of(now), notices.withoutStatus());
    }

    /** Replaces the timing. */
    public Schedule with(CheckTiming other) {
        return new Schedule(other, lastUpdate, notices);
    }

    /** Replaces the notices. */
    public Schedule with(PendingNotices other) {
        return new Schedule(timing, lastUpdate, other);
    }
}
