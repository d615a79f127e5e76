package cco.core.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of an app's checks from one command to the next.
 *
 * @param pace when to look and when to check
 * @param lastUpdate when another version was last installed
 * @param mailbox what is to be told
 */
public record Schedule(CheckTiming pace, Optional<Instant> lastUpdate, PendingNotices mailbox) {

    /** For an app of which nothing is remembered yet. */
    public static Schedule begun(Instant now, int spread) {
        return new Schedule(CheckTiming.begun(now, spread), Optional.empty(), PendingNotices.EMPTY);
    }

    /** After a source was heard: what was found before has been overtaken. */
    public Schedule checked(Instant now, int spread) {
        return new Schedule(pace.checked(now, spread), lastUpdate, mailbox.withoutFinding());
    }

    /** After another version was installed. */
    public Schedule updated(Instant now) {
        return new Schedule(pace, Optional.of(now), mailbox.withoutFinding());
    }

    /** The same with another pace. */
    public Schedule with(CheckTiming other) {
        return new Schedule(other, lastUpdate, mailbox);
    }

    /** The same with another mailbox. */
    public Schedule with(PendingNotices other) {
        return new Schedule(pace, lastUpdate, other);
    }
}
