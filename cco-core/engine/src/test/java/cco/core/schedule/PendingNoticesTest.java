package cco.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PendingNoticesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Notice UPDATED = notice("hello was updated");
    private static final CheckStatus AVAILABLE = new CheckStatus("available 1.1.0", notice("1.1.0 is available"));

    private static Notice notice(String... lines) {
        return new Notice(List.of(lines));
    }

    @Test
    void status_isShownOnceAWeek() {
        PendingNotices shown = PendingNotices.EMPTY.with(AVAILABLE, NOON).markShown(NOON);
        assertEquals(Optional.empty(), shown.notice());
        assertEquals(
                Optional.empty(),
                shown.with(AVAILABLE, NOON.plus(Duration.ofDays(6))).notice());
        assertEquals(
                Optional.of(AVAILABLE.notice()),
                shown.with(AVAILABLE, NOON.plus(Duration.ofDays(7))).notice());
    }

    @Test
    void newStatus_isShownAtOnce() {
        CheckStatus next = new CheckStatus("available 1.2.0", notice("1.2.0 is available"));
        PendingNotices shown = PendingNotices.EMPTY.with(AVAILABLE, NOON).markShown(NOON);
        assertEquals(
                Optional.of(next.notice()),
                shown.with(next, NOON.plusSeconds(1)).notice());
    }

    @Test
    void laterCheck_keepsNewsAndDropsStatus() {
        Schedule schedule = Schedule.initial(NOON, 0);
        schedule = schedule.with(schedule.notices().with(UPDATED).with(AVAILABLE, NOON));
        assertEquals(
                Optional.of(notice("hello was updated", "1.1.0 is available")),
                schedule.notices().notice());
        assertEquals(Optional.of(UPDATED), schedule.checked(NOON, 0).notices().notice());
        assertEquals(Optional.of(UPDATED), schedule.updated(NOON).notices().notice());
    }

    @Test
    void newsOfSeveralUpdates_isShownTogether() {
        Notice both = notice("hello was updated", "and again");
        assertEquals(
                Optional.of(both),
                PendingNotices.EMPTY.with(UPDATED).with(notice("and again")).notice());
    }

    @Test
    void hostileText_isSanitized() {
        String text = notice("\u001b[31m\u202egnp.exe\nsecond\u0007", "x".repeat(10_000))
                .toString();
        assertEquals("[31mgnp.exe second\n" + "x".repeat(500), text);
    }
}
