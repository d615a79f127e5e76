package cco.core.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one process and one thread after the other change a file of the user's that is read, changed and written as a
 * whole; each holds it for milliseconds. What is locked is another file, since the one that is changed is replaced.
 */
public final class ChangeLock implements AutoCloseable {

    /** A file lock belongs to the whole process, and a second one of the same process is an error. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final FileChannel channel;

    private ChangeLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock; the file stays, since deleting it would let two in.
     *
     * @throws IOException if it cannot be made or locked
     */
    public static ChangeLock acquire(Path file) throws IOException {
        THREADS.lock();
        try {
            DurableFiles.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
                return new ChangeLock(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
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
