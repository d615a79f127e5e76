package cco.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When to look, and when to check. Pure: a change yields another one.
 *
 * <p>A command looks closer, and reads the configuration, at {@code nextLook}: at most a day after that was set, so
 * that a changed interval takes effect. A check is due when the interval since the last one has passed, plus this
 * installation's random share of it, and {@code notBefore} has come. A check that is claimed counts as failed at once:
 * if it crashes, the next one is tried as late as after a failure.
 *
 * @param lastCheck when a source was last heard
 * @param nextLook when a command has to look closer, in whole seconds
 * @param notBefore no check before this: the very first one, one after a failure, or because a server has asked for it
 * @param spread this installation's place in the crowd, from 0 up to {@link #SPREADS}; drawn anew with each check
 * @param failures how many checks have failed since the last good one
 */
public record CheckTiming(Optional<Instant> lastCheck, Instant nextLook, Instant notBefore, int spread, int failures) {

    /** How many places there are in the crowd. */
    public static final int SPREADS = 1000;

    /** The widest that checks are spread: a quarter of the interval. */
    private static final int SPREAD_SHARE = 4;

    private static final Duration LONGEST_SLEEP = Duration.ofDays(1);
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);

    /** A server that asks for more has made a mistake, or does not want anybody to hear of updates. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    /** For an app that was never checked: the first check is some time in the first day. */
    public static CheckTiming begun(Instant now, int spread) {
        Instant first = now.plus(LONGEST_SLEEP.multipliedBy(spread).dividedBy(SPREADS));
        return new CheckTiming(Optional.empty(), look(first, now), first, spread, 0);
    }

    /** Whether a command has to look closer. */
    public boolean isLookDue(Instant now) {
        return new ScheduleHeader(nextLook.getEpochSecond(), false).isLookDue(now.getEpochSecond());
    }

    /** Whether a check is due, if there is one in each interval. */
    public boolean isCheckDue(Instant now, Duration interval) {
        boolean elapsed = lastCheck.isEmpty() || isPast(lastCheck.get().plus(span(interval)), now, span(interval));
        return elapsed && isPast(notBefore, now, LONGEST_WAIT);
    }

    /** A time beyond what was ever planned was written while the clock was wrong. */
    private static boolean isPast(Instant time, Instant now, Duration farthest) {
        return !now.isBefore(time) || time.isAfter(now.plus(farthest));
    }

    private Duration span(Duration interval) {
        return interval.plus(interval.multipliedBy(spread).dividedBy((long) SPREADS * SPREAD_SHARE));
    }

    /**
     * After a closer look that found nothing due.
     *
     * @param interval of the checks; nothing if there are none
     */
    public CheckTiming postponed(Instant now, Optional<Duration> interval) {
        Instant due = now.plus(LONGEST_SLEEP);
        if (interval.isPresent() && lastCheck.isPresent()) {
            due = later(lastCheck.get().plus(span(interval.get())), notBefore);
        }
        return new CheckTiming(lastCheck, look(due, now), notBefore, spread, failures);
    }

    /** After a process has taken the check upon itself. */
    public CheckTiming claimed(Instant now) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(failures, Byte.SIZE));
        Instant retry = now.plus(doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY);
        return new CheckTiming(lastCheck, look(retry, now), retry, spread, failures + 1);
    }

    /** After a source was heard, by whomever. */
    public CheckTiming checked(Instant now, int newSpread) {
        return new CheckTiming(Optional.of(now), look(now.plus(LONGEST_SLEEP), now), now, newSpread, 0);
    }

    /** After a server has asked to be left alone for this long. */
    public CheckTiming deferred(Instant now, Duration wait) {
        Instant until = later(now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT), notBefore);
        return new CheckTiming(lastCheck, look(until, now), until, spread, failures);
    }

    private static Instant look(Instant due, Instant now) {
        Instant latest = now.plus(LONGEST_SLEEP);
        return (due.isBefore(latest) ? due : latest).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
