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
 * An app's {@code schedule.toml} in its state folder. It is read without a lock, since it is replaced as a whole, and
 * changed under the lock of a file beside it, which a process loses when it dies. Of those that want the same, such as
 * to claim a check, the first one has it; the others go on at once.
 */
public final class ScheduleFile {

    private final Path file;
    private final Path lock;

    /** The schedule in this folder, which is made when it is needed. */
    public ScheduleFile(Path state) {
        this.file = state.resolve("schedule.toml");
        this.lock = state.resolve("schedule.lock");
    }

    /** What a command needs of it; nothing if there is no file, or it is damaged. */
    public Optional<ScheduleHeader> glance() throws IOException {
        // No channel: a program that has not used one yet would wait for it.
        try (InputStream in = new FileInputStream(file.toFile())) {
            return ScheduleHeader.at(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (FileNotFoundException never) {
            return Optional.empty();
        }
    }

    /** What the file says; nothing if there is none, or it is damaged. */
    public Optional<Schedule> read() throws IOException {
        try {
            return ScheduleText.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (NoSuchFileException never) {
            return Optional.empty();
        }
    }

    /**
     * Takes the check upon this process, if it is due and no other has done so.
     *
     * @param interval of the checks; nothing if there are to be none
     * @param spread drawn at random, from 0 up to {@link CheckTiming#SPREADS}, for an app without a schedule
     * @return whether this process has to check
     */
    public boolean claim(Instant now, Optional<Duration> interval, int spread) throws IOException {
        return FileMutex.ifFree(lock, () -> {
                    Optional<Schedule> schedule = read();
                    if (schedule.isEmpty()) {
                        write(Schedule.begun(now, spread));
                        return false;
                    }
                    CheckTiming pace = schedule.get().pace();
                    if (!pace.isLookDue(now)) {
                        return false;
                    }
                    boolean due = interval.isPresent() && pace.isCheckDue(now, interval.get());
                    write(schedule.get().with(due ? pace.claimed(now) : pace.postponed(now, interval)));
                    return due;
                })
                .orElse(false);
    }

    /** Takes what is to be told, so that no other process tells it too. */
    public Optional<Notice> take(Instant now) throws IOException {
        return FileMutex.ifFree(lock, () -> {
                    Optional<Schedule> schedule = read();
                    Optional<Notice> notice =
                            schedule.isPresent() ? schedule.get().mailbox().notice() : Optional.empty();
                    if (notice.isPresent()) {
                        write(schedule.get().with(schedule.get().mailbox().emptied(now)));
                    }
                    return notice;
                })
                .orElse(Optional.empty());
    }

    /**
     * Records something, after waiting for those that do so at the same time.
     *
     * @param spread drawn at random, for an app without a schedule
     */
    public void change(Instant now, int spread, UnaryOperator<Schedule> change) throws IOException {
        try (FileMutex _ = FileMutex.acquire(lock)) {
            Optional<Schedule> schedule = read();
            write(change.apply(schedule.isPresent() ? schedule.get() : Schedule.begun(now, spread)));
        }
    }

    private void write(Schedule schedule) throws IOException {
        DurableFiles.deleteLeftovers(file);
        DurableFiles.write(file, ScheduleText.write(schedule).getBytes(StandardCharsets.UTF_8));
    }
}
