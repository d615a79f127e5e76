package cco.core.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleFileTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123456789Z");
    private static final Optional<Duration> DAILY = Optional.of(Duration.ofDays(1));
    private static final int STARTS = 10_000;

    @TempDir
    Path folder;

    private ScheduleFile file() {
        return new ScheduleFile(folder.resolve("state"));
    }

    private void keep(UnaryOperator<Schedule> change) throws IOException {
        file().change(NOON, 7, change);
    }

    @Test
    void schedule_survivesWritingAndReading() throws IOException {
        Notice notice = new Notice(List.of("say \"no\" to C:\\new", "två\tlines"));
        CheckStatus status = new CheckStatus("deprecated \"1.0.0\"", notice);
        keep(schedule -> schedule.checked(NOON, 42).updated(NOON.plusSeconds(1)));
        keep(schedule -> schedule.with(schedule.notices().with(status, NOON).markShown(NOON)));
        keep(schedule -> schedule.with(schedule.timing().claimed(NOON)));
        Schedule before = file().read().orElseThrow();
        keep(schedule -> schedule.with(
                schedule.notices().with(new Notice(List.of("one", "two"))).with(new CheckStatus("x", notice), NOON)));
        Schedule after = file().read().orElseThrow();
        assertEquals(before.timing(), after.timing());
        assertEquals(Optional.of(NOON.plusSeconds(1)), after.lastUpdate());
        assertEquals(List.of("one", "two"), after.notices().news().orElseThrow().lines());
        assertEquals(new CheckStatus("x", notice), after.notices().status().orElseThrow());
        assertEquals(
                new PendingNotices.Shown("deprecated \"1.0.0\"", NOON),
                after.notices().lastShown().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "next_look", "next_look = \"", "\u0000\u0001", "\nnext_look = soon\n", "[a]\nb = 1\n"})
    void damagedFile_countsAsMissing(String text) throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/schedule.toml"), text);
        assertEquals(Optional.empty(), file().read());
        assertEquals(Optional.empty(), file().readHeader());
        assertFalse(file().claim(NOON, DAILY, 500));
        assertTrue(file().read().isPresent());
    }

    @Test
    void firstClaim_createsScheduleWithoutCheck() throws IOException {
        assertFalse(file().claim(NOON, DAILY, 0));
        assertTrue(file().claim(NOON, DAILY, 0));
        assertFalse(file().claim(NOON, DAILY, 0));
    }

    @Test
    void header_hasWakeTimeAndNoticeFlag() throws IOException {
        keep(schedule -> schedule.checked(NOON, 0));
        ScheduleHeader quiet = file().readHeader().orElseThrow();
        long day = Duration.ofDays(1).toSeconds();
        assertEquals(new ScheduleHeader(NOON.getEpochSecond() + day, false), quiet);
        assertFalse(quiet.isWakeDue(quiet.nextWake() - 1));
        assertTrue(quiet.isWakeDue(quiet.nextWake()));
        keep(schedule -> schedule.with(schedule.notices().with(new Notice(List.of("news")))));
        assertTrue(file().readHeader().orElseThrow().hasNotice());
        keep(schedule -> schedule.with(schedule.notices().markShown(NOON)));
        assertFalse(file().readHeader().orElseThrow().hasNotice());
    }

    @Test
    void disabledChecks_areNotClaimed() throws IOException {
        keep(schedule -> schedule);
        assertFalse(file().claim(NOON.plus(Duration.ofDays(30)), Optional.empty(), 0));
        assertEquals(0, file().read().orElseThrow().timing().failures());
    }

    @Test
    void tenThousandConcurrentClaims_giveOneCheck() throws Exception {
        keep(schedule -> schedule.checked(NOON, 0));
        Instant later = NOON.plus(Duration.ofDays(2));
        assertEquals(1, successes(() -> new ScheduleFile(folder.resolve("state")).claim(later, DAILY, 0)));
        assertEquals(1, file().read().orElseThrow().timing().failures());
    }

    @Test
    void tenThousandConcurrentCommands_showNoticeOnce() throws Exception {
        keep(schedule -> schedule.with(schedule.notices().with(new Notice(List.of("once")))));
        assertEquals(
                1,
                successes(() -> new ScheduleFile(folder.resolve("state"))
                        .takeNotice(NOON)
                        .isPresent()));
    }

    @Test
    void concurrentChanges_areAllKept() throws Exception {
        int writers = 50;
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < writers; i++) {
                pool.submit(() -> {
                    keep(schedule -> schedule.with(schedule.notices().with(new Notice(List.of("line")))));
                    return true;
                });
            }
        }
        assertEquals(
                writers,
                file().read()
                        .orElseThrow()
                        .notices()
                        .notice()
                        .orElseThrow()
                        .lines()
                        .size());
    }

    private static int successes(Callable<Boolean> start) throws InterruptedException, ExecutionException {
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<Boolean>> starts = new ArrayList<>();
        int successes = 0;
        try (ExecutorService pool = Executors.newFixedThreadPool(32)) {
            for (int i = 0; i < STARTS; i++) {
                starts.add(pool.submit(() -> {
                    gate.await();
                    return start.call();
                }));
            }
            gate.countDown();
            for (Future<Boolean> started : starts) {
                successes += started.get() ? 1 : 0;
            }
        }
        return successes;
    }
}
