package cco.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When an app is checked next. Immutable: each change returns a new value.
 *
 * <p>Most commands only compare the clock with {@code nextWake}. After that time a command reads the configuration; it
 * is at most a day away, so that a changed interval takes effect. A check is due when the interval plus this
 * installation's jitter has passed since the last one, and {@code notBefore} too. A claimed check counts as failed
 * until it succeeds, so that one that crashes is retried as late as one that failed.
 *
 * @param lastCheck when a source last answered
 * @param nextWake when a command must read the configuration, in whole seconds
 * @param notBefore the earliest time of the next check, because it is the first, the last one failed, or a server asked
 * @param jitter random jitter, from 0 up to {@link #JITTER_STEPS}; drawn again with each check
 * @param failures how many checks failed since the last successful one
 */
public record CheckTiming(Optional<Instant> lastCheck, Instant nextWake, Instant notBefore, int jitter, int failures) {

    /** The number of jitter steps. */
    public static final int JITTER_STEPS = 1000;

    /** The largest jitter is a quarter of the interval. */
    private static final int JITTER_SHARE = 4;

    private static final Duration MAX_SLEEP = Duration.ofDays(1);
    private static final Duration FIRST_RETRY = Duration.ofHours(1);
    private static final Duration MAX_RETRY = Duration.ofDays(1);

    /** A server that asks for more is misconfigured or wants to suppress updates. */
    private static final Duration MAX_WAIT = Duration.ofDays(7);

    /**
     * {@return the timing of an app that was never checked: its first check is at a random time within a day}
     *
     * @param now the current time
     * @param jitter the random delay, in steps
     */
    public static CheckTiming initial(Instant now, int jitter) {
        Instant first = now.plus(part(MAX_SLEEP, jitter, JITTER_STEPS));
        return new CheckTiming(Optional.empty(), wake(first, now), first, jitter, 0);
    }

    /**
     * {@return whether a command must read the configuration}
     *
     * @param now the current time
     */
    public boolean isWakeDue(Instant now) {
        return new ScheduleHeader(nextWake.getEpochSecond(), false).isWakeDue(now.getEpochSecond());
    }

    /**
     * {@return whether a check is due at this interval}
     *
     * @param now the current time
     * @param interval the time between checks; empty to disable them
     */
    public boolean isCheckDue(Instant now, Duration interval) {
        boolean elapsed = lastCheck.isEmpty() || isPast(lastCheck.get().plus(span(interval)), now, span(interval));
        return elapsed && isPast(notBefore, now, MAX_WAIT);
    }

    /** A time further ahead than cco ever plans was written while the clock was wrong. */
    private static boolean isPast(Instant time, Instant now, Duration farthest) {
        return !now.isBefore(time) || time.isAfter(now.plus(farthest));
    }

    private Duration span(Duration interval) {
        return interval.plus(part(interval, jitter, (long) JITTER_STEPS * JITTER_SHARE));
    }

    /**
     * {@return the timing after a wake-up at which no check was due}
     *
     * @param now the current time
     * @param interval the check interval, or nothing if checks are switched off
     */
    public CheckTiming postponed(Instant now, Optional<Duration> interval) {
        Instant due = now.plus(MAX_SLEEP);
        if (interval.isPresent() && lastCheck.isPresent()) {
            due = later(lastCheck.get().plus(span(interval.get())), notBefore);
        }
        return new CheckTiming(lastCheck, wake(due, now), notBefore, jitter, failures);
    }

    /**
     * {@return the timing after a process has claimed the check}
     *
     * @param now the current time
     */
    public CheckTiming claimed(Instant now) {
        Duration doubled = part(FIRST_RETRY, 1L << Math.min(failures, Byte.SIZE), 1);
        Instant retry = now.plus(doubled.compareTo(MAX_RETRY) < 0 ? doubled : MAX_RETRY);
        return new CheckTiming(lastCheck, wake(retry, now), retry, jitter, failures + 1);
    }

    /**
     * {@return the timing after any process has checked successfully}
     *
     * @param now the current time
     * @param newJitter the next random delay, in steps
     */
    public CheckTiming checked(Instant now, int newJitter) {
        return new CheckTiming(Optional.of(now), wake(now.plus(MAX_SLEEP), now), now, newJitter, 0);
    }

    /**
     * {@return the timing after a server asked for a pause}
     *
     * @param now the current time
     * @param wait how long to wait
     */
    public CheckTiming deferred(Instant now, Duration wait) {
        Instant until = later(now.plus(wait.compareTo(MAX_WAIT) < 0 ? wait : MAX_WAIT), notBefore);
        return new CheckTiming(lastCheck, wake(until, now), until, jitter, failures);
    }

    private static Instant wake(Instant due, Instant now) {
        Instant latest = now.plus(MAX_SLEEP);
        return (due.isBefore(latest) ? due : latest).truncatedTo(ChronoUnit.SECONDS);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Durations themselves multiply with BigDecimal, whose initialization takes as long as a request. */
    private static Duration part(Duration whole, long numerator, long denominator) {
        return Duration.ofMillis(whole.toMillis() * numerator / denominator);
    }
}
