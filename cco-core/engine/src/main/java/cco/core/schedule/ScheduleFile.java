package cco.core.schedule;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileMutex;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An app's {@code schedule.toml} in its state folder. Reading needs no lock because the file is always replaced as a
 * whole. Changes take the lock of a file beside it, which the system releases when the process dies. If several
 * processes want to claim the same check or notice, one succeeds and the others continue at once.
 */
public final class ScheduleFile {

    private final Path file;
    private final Path lock;

    /**
     * The schedule in a state folder, which is created when needed.
     *
     * @param state the state
     */
    public ScheduleFile(Path state) {
        this.file = state.resolve("schedule.toml");
        this.lock = state.resolve("schedule.lock");
    }

    /**
     * Reads the two values that every command needs; nothing if the file is missing or damaged.
     *
     * @return the two values
     * @throws IOException if the file system fails
     */
    public Optional<ScheduleHeader> readHeader() throws IOException {
        // Not through a channel: loading those classes would slow down a small program.
        try (InputStream in = new FileInputStream(file.toFile())) {
            return ScheduleHeader.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException never) {
            return Optional.empty();
        }
    }

    /**
     * Reads the schedule; nothing if the file is missing or damaged.
     *
     * @return the schedule
     * @throws IOException if the file system fails
     */
    public Optional<Schedule> read() throws IOException {
        try {
            return ScheduleText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    /**
     * Claims the check for this process if it is due and not claimed yet.
     *
     * @param now the current time
     * @param interval the check interval, or nothing if checks are switched off
     * @param jitter random, from 0 up to {@link CheckTiming#JITTER_STEPS}, for an app without a schedule
     * @return whether this process must check
     * @throws IOException if the file system fails
     */
    public boolean claim(Instant now, Optional<Duration> interval, int jitter) throws IOException {
        return FileMutex.ifFree(lock, () -> {
                    Optional<Schedule> schedule = read();
                    if (schedule.isEmpty()) {
                        write(Schedule.initial(now, jitter));
                        return false;
                    }
                    CheckTiming timing = schedule.get().timing();
                    if (!timing.isWakeDue(now)) {
                        return false;
                    }
                    boolean due = interval.isPresent() && timing.isCheckDue(now, interval.get());
                    write(schedule.get().with(due ? timing.claimed(now) : timing.postponed(now, interval)));
                    return due;
                })
                .orElse(false);
    }

    /**
     * Takes the pending notice, so that no other process shows it too.
     *
     * @param now the current time
     * @return the notice; empty if there is none
     * @throws IOException if the file system fails
     */
    public Optional<Notice> takeNotice(Instant now) throws IOException {
        return FileMutex.ifFree(lock, () -> {
                    Optional<Schedule> schedule = read();
                    Optional<Notice> notice =
                            schedule.isPresent() ? schedule.get().notices().notice() : Optional.empty();
                    if (notice.isPresent()) {
                        write(schedule.get().with(schedule.get().notices().markShown(now)));
                    }
                    return notice;
                })
                .orElse(Optional.empty());
    }

    /**
     * Changes the schedule; waits while another process changes it.
     *
     * @param now the current time
     * @param jitter random, for an app without a schedule
     * @param change the change
     * @throws IOException if the file system fails
     */
    public void change(Instant now, int jitter, UnaryOperator<Schedule> change) throws IOException {
        try (FileMutex _ = FileMutex.acquire(lock)) {
            Optional<Schedule> schedule = read();
            write(change.apply(schedule.isPresent() ? schedule.get() : Schedule.initial(now, jitter)));
        }
    }

    /**
     * Deletes the leftovers of killed writes.
     *
     * @throws IOException if the file system fails
     */
    public void deleteLeftovers() throws IOException {
        try (FileMutex _ = FileMutex.acquire(lock)) {
            DurableFiles.deleteLeftovers(file);
        }
    }

    /** If a power cut destroys the file, the next check is early or late, or a notice comes again. That is no harm. */
    private void write(Schedule schedule) throws IOException {
        DurableFiles.deleteLeftovers(file);
        DurableFiles.writeSoon(file, ScheduleText.write(schedule).getBytes(StandardCharsets.UTF_8));
    }
}
