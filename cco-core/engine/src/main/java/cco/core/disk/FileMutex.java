package cco.core.disk;

import cco.core.error.CheckedSupplier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for the milliseconds in which a file is read, changed and replaced; a process that dies loses it.
 *
 * <p>The lock lies on a file of its own, because the changed file is replaced.
 */
public final class FileMutex implements AutoCloseable {

    /**
     * Closing any channel of a file drops all locks of the process on it (fcntl(2)), so only one thread may open the
     * file of a lock.
     */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final FileChannel channel;
    private final ReentrantLock turn;

    private FileMutex(FileChannel channel, ReentrantLock turn) {
        this.channel = channel;
        this.turn = turn;
    }

    private static ReentrantLock turn(Path file) {
        return THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    }

    /**
     * Waits for the lock. The file stays afterwards, because deleting it would let two processes in.
     *
     * @throws IOException if the file cannot be created or locked
     */
    public static FileMutex acquire(Path file) throws IOException {
        ReentrantLock turn = turn(file);
        turn.lock();
        FileMutex lock = opened(file, turn);
        try {
            lock.channel.lock();
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Works under the lock if it is free.
     *
     * @return the result; empty if the lock is taken, and then nothing was done
     * @throws IOException if the work throws it, or the file cannot be created or locked
     */
    public static <T> Optional<T> ifFree(Path file, CheckedSupplier<T, IOException> work) throws IOException {
        ReentrantLock turn = turn(file);
        if (!turn.tryLock()) {
            return Optional.empty();
        }
        try (FileMutex lock = opened(file, turn)) {
            return lock.isFree() ? Optional.of(work.get()) : Optional.empty();
        }
    }

    /**
     * Deletes the file of a lock that is no longer needed, unless it is taken. A process that waits for it at this
     * moment is not protected from one that creates the file again.
     *
     * @throws IOException if the file cannot be deleted or locked
     */
    public static void discard(Path file) throws IOException {
        if (Files.exists(file)) {
            ifFree(file, () -> Files.deleteIfExists(file));
        }
    }

    private boolean isFree() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException withinThisProcess) {
            return false;
        }
    }

    /** Opens the file without locking it. It is this thread's turn until the mutex is closed. */
    private static FileMutex opened(Path file, ReentrantLock turn) throws IOException {
        try {
            DurableFiles.createDirectories(file.getParent());
            return new FileMutex(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), turn);
        } catch (IOException | RuntimeException e) {
            turn.unlock();
            throw e;
        }
    }

    /** Releases the lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            turn.unlock();
        }
    }
}
