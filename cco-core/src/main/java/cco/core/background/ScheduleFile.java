package cco.core.background;

import cco.core.disk.DurableFiles;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * An app's {@code schedule.toml} in its state folder. It is read without a lock, since it is replaced as a whole, and
 * changed under the lock of a file beside it, which a process loses when it dies. Of those that want the same, such as
 * to claim a check, the first one has it; the others go on at once.
 */
public final class ScheduleFile {

    /** Closing any channel gives back a process's lock of the file, so that within one only one thread may have it. */
    private static final ReentrantLock HERE = new ReentrantLock();

    private final Path file;

    /** The schedule in this folder, which is made when it is needed. */
    public ScheduleFile(Path state) {
        this.file = state.resolve("schedule.toml");
    }

    /** What a command needs of it; nothing if there is no file, or it is damaged. */
    public Optional<Glance> glance() throws IOException {
        // No channel: a program that has not used one yet would wait for it.
        try (InputStream in = new FileInputStream(file.toFile())) {
            return Glance.at(new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
     * @param spread drawn at random, from 0 up to {@link Pace#SPREADS}, for an app without a schedule
     * @return whether this process has to check
     */
    public boolean claim(Instant now, Optional<Duration> interval, int spread) throws IOException {
        return locked(HERE.tryLock(), FileChannel::tryLock, false, () -> {
            Optional<Schedule> schedule = read();
            if (schedule.isEmpty()) {
                write(Schedule.begun(now, spread));
                return false;
            }
            Pace pace = schedule.get().pace();
            if (!pace.isLookDue(now)) {
                return false;
            }
            boolean due = interval.isPresent() && pace.isCheckDue(now, interval.get());
            write(schedule.get().with(due ? pace.claimed(now) : pace.postponed(now, interval)));
            return due;
        });
    }

    /** Takes what is to be told, so that no other process tells it too. */
    public Optional<Notice> take(Instant now) throws IOException {
        return locked(HERE.tryLock(), FileChannel::tryLock, Optional.empty(), () -> {
            Optional<Schedule> schedule = read();
            Optional<Notice> notice =
                    schedule.isPresent() ? schedule.get().mailbox().notice() : Optional.empty();
            if (notice.isPresent()) {
                write(schedule.get().with(schedule.get().mailbox().emptied(now)));
            }
            return notice;
        });
    }

    /**
     * Records something, after waiting for those that do so at the same time.
     *
     * @param spread drawn at random, for an app without a schedule
     */
    public void change(Instant now, int spread, UnaryOperator<Schedule> change) throws IOException {
        HERE.lock();
        locked(true, FileChannel::lock, false, () -> {
            Optional<Schedule> schedule = read();
            write(change.apply(schedule.isPresent() ? schedule.get() : Schedule.begun(now, spread)));
            return true;
        });
    }

    /** Does the work while nobody else does, and gives back the turn that this thread has, if it has it. */
    private <T> T locked(boolean isMyTurn, Locking locking, T otherwise, Work<T> work) throws IOException {
        if (!isMyTurn) {
            return otherwise;
        }
        Path lock = file.resolveSibling("schedule.lock");
        try {
            DurableFiles.createDirectories(lock.toAbsolutePath().getParent());
            try (FileChannel channel =
                    FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                return locking.of(channel) == null ? otherwise : work.done();
            }
        } finally {
            HERE.unlock();
        }
    }

    private void write(Schedule schedule) throws IOException {
        DurableFiles.deleteLeftovers(file);
        DurableFiles.write(file, ScheduleText.write(schedule).getBytes(StandardCharsets.UTF_8));
    }

    /** How to lock: at once or not at all, or as soon as possible. */
    @FunctionalInterface
    private interface Locking {
        FileLock of(FileChannel channel) throws IOException;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    private interface Work<T> {
        T done() throws IOException;
    }
}
