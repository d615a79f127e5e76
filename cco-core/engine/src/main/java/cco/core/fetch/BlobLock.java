package cco.core.fetch;

import cco.core.disk.DurableFiles;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock that keeps two processes from downloading the same blob. It is one byte of a shared file, at a position
 * derived from the digest. The partial file itself cannot be the lock, because it is renamed and deleted while others
 * may have it open.
 *
 * <p>On POSIX, closing a file drops all of the process's locks on it. So two concurrent downloads in one process
 * exclude each other, but only the later one excludes other processes.
 */
final class BlobLock implements AutoCloseable {

    private final FileChannel channel;

    private BlobLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Locks a blob of this folder, without waiting.
     *
     * @throws BusyException if another process holds it
     * @throws cco.core.error.InstallException if the folder cannot be written
     */
    static BlobLock acquire(Path directory, Sha256 sha256) throws CcoException {
        Path file = file(directory);
        try {
            DurableFiles.createDirectories(directory);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(channel, sha256)) {
                channel.close();
                throw new BusyException(
                        "the same file is being downloaded by another cco", "wait until it is done, then try again");
            }
            return new BlobLock(channel);
        } catch (IOException e) {
            throw BlobFiles.unusable(file, e);
        }
    }

    /** The lock file for the blobs of this folder. */
    static Path file(Path directory) {
        return directory.resolveSibling(directory.getFileName() + ".lock");
    }

    private static boolean tryLock(FileChannel channel, Sha256 sha256) throws IOException {
        long position = Long.parseUnsignedLong(sha256.hex().substring(0, 16), 16) >>> 2;
        try {
            FileLock lock = channel.tryLock(position, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() throws CcoException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError("closing a file that was not written cannot fail", e);
        }
    }
}
