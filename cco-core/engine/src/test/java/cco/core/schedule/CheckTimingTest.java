package cco.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTimingTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private static CheckTiming checked(int jitter) {
        return CheckTiming.initial(NOON, 0).checked(NOON, jitter);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "500, 12", "999, 23"})
    void firstCheck_isWithinADay(int jitter, int hours) {
        CheckTiming timing = CheckTiming.initial(NOON, jitter);
        Instant before = NOON.plus(Duration.ofHours(hours)).minusSeconds(1);
        assertFalse(timing.isWakeDue(before));
        assertFalse(timing.isCheckDue(before, DAY));
        assertTrue(timing.isWakeDue(NOON.plus(DAY)));
        assertTrue(timing.isCheckDue(NOON.plus(DAY), DAY));
    }

    @ParameterizedTest
    @CsvSource({"P1D, 0, P1D", "P1D, 500, PT27H", "P7D, 0, P7D", "P7D, 1000, PT210H"})
    void check_isDueAfterIntervalAndJitter(Duration interval, int jitter, Duration due) {
        CheckTiming timing = checked(jitter);
        assertFalse(timing.isCheckDue(NOON.plus(due).minusSeconds(1), interval));
        assertTrue(timing.isCheckDue(NOON.plus(due), interval));
    }

    @Test
    void manyInstallations_checkAtDifferentTimes() {
        long early = 0;
        for (int jitter = 0; jitter < CheckTiming.JITTER_STEPS; jitter++) {
            early += checked(jitter).isCheckDue(NOON.plus(Duration.ofHours(27)), DAY) ? 1 : 0;
        }
        assertEquals(501, early);
    }

    @ParameterizedTest
    @CsvSource({"0, PT1H", "1, PT2H", "2, PT4H", "4, PT16H", "5, P1D", "60, P1D"})
    void claimedCheck_isRetriedLaterEachTime(int failures, Duration retry) {
        CheckTiming timing = new CheckTiming(Optional.of(NOON.minus(WEEK)), NOON, NOON, 0, failures).claimed(NOON);
        assertEquals(failures + 1, timing.failures());
        Instant before = NOON.plus(retry).minusSeconds(1);
        assertFalse(timing.isWakeDue(before));
        assertFalse(timing.isCheckDue(before, DAY));
        assertTrue(timing.isWakeDue(NOON.plus(retry)));
        assertTrue(timing.isCheckDue(NOON.plus(retry), DAY));
    }

    @Test
    void successfulCheck_resetsFailures() {
        CheckTiming timing =
                CheckTiming.initial(NOON, 0).claimed(NOON).claimed(NOON).checked(NOON, 0);
        assertEquals(0, timing.failures());
        assertEquals(Optional.of(NOON), timing.lastCheck());
    }

    @ParameterizedTest
    @CsvSource({"PT10M, PT1H", "PT5H, PT5H", "P3D, P3D", "P365D, P7D"})
    void retryAfter_isObeyedUpToALimit(Duration wait, Duration due) {
        CheckTiming timing = CheckTiming.initial(NOON, 0).claimed(NOON).deferred(NOON, wait);
        assertFalse(timing.isCheckDue(NOON.plus(due).minusSeconds(1), DAY));
        assertTrue(timing.isCheckDue(NOON.plus(due), DAY));
        assertTrue(timing.isWakeDue(NOON.plus(DAY)), "a changed configuration takes effect within a day");
    }

    @Test
    void dailyCheck_wakesWhenItIsDue() {
        Instant first = NOON.plus(DAY);
        CheckTiming timing = checked(500);
        assertTrue(timing.isWakeDue(first));
        CheckTiming next = timing.postponed(first, Optional.of(DAY));
        assertFalse(next.isWakeDue(NOON.plus(Duration.ofHours(27)).minusSeconds(1)));
        assertTrue(next.isWakeDue(NOON.plus(Duration.ofHours(27))));
    }

    @Test
    void shorterInterval_takesEffectWithinADay() {
        CheckTiming weekly = checked(0).postponed(NOON.plus(DAY), Optional.of(WEEK));
        assertTrue(weekly.isWakeDue(NOON.plus(DAY).plus(DAY)));
        assertTrue(weekly.isCheckDue(NOON.plus(DAY).plus(DAY), DAY));
    }

    @Test
    void disabledChecks_readConfigurationOnceADay() {
        CheckTiming never = checked(0).postponed(NOON.plus(DAY), Optional.empty());
        assertFalse(never.isWakeDue(NOON.plus(DAY).plus(DAY).minusSeconds(1)));
        assertTrue(never.isWakeDue(NOON.plus(DAY).plus(DAY)));
    }

    @Test
    void clockThatWasAhead_delaysNothing() {
        Instant year = NOON.plus(Duration.ofDays(365));
        CheckTiming ahead = CheckTiming.initial(year, 0).checked(year, 0).claimed(year);
        assertTrue(ahead.isWakeDue(NOON));
        assertTrue(ahead.isCheckDue(NOON, DAY));
    }
}
