package cco.core.disk;

import cco.core.error.CheckedSupplier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process and one thread after the other change a file that is read, changed and written as a whole; each
 * holds it for milliseconds, and loses it when it dies. What is locked is another file, since the one that is changed
 * is replaced.
 */
public final class FileMutex implements AutoCloseable {

    /**
     * Closing any channel of a file gives back all locks that the process has on it (fcntl(2)), so that within one only
     * one thread may have a lock.
     */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private FileMutex(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock; the file stays afterwards, since deleting it would let two in.
     *
     * @throws IOException if it cannot be made or locked
     */
    public static FileMutex acquire(Path file) throws IOException {
        THREADS.lock();
        FileMutex lock = opened(file);
        try {
            lock.channel.lock();
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Does some work under the lock, but waits for nobody.
     *
     * @return what the work gives; nothing if somebody else has a lock, and the work was not done
     * @throws IOException the work's, or if the lock cannot be made or locked
     */
    public static <T> Optional<T> ifFree(Path file, CheckedSupplier<T, IOException> work) throws IOException {
        if (!THREADS.tryLock()) {
            return Optional.empty();
        }
        try (FileMutex lock = opened(file)) {
            return lock.isFree() ? Optional.of(work.get()) : Optional.empty();
        }
    }

    /**
     * Deletes the file, unless somebody has the lock. Only for a lock that nobody should need any more: somebody who
     * waits for it just then is not kept apart from somebody who makes it anew.
     *
     * @throws IOException if it cannot be deleted or locked
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

    /** Not locked yet; but it is this thread's turn, which it gives back when it is closed. */
    private static FileMutex opened(Path file) throws IOException {
        try {
            DurableFiles.createDirectories(file.getParent());
            return new FileMutex(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException | RuntimeException e) {
            THREADS.unlock();
            throw e;
        }
    }

    /** Also lets go of the lock. */
    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            THREADS.unlock();
        }
    }
}
