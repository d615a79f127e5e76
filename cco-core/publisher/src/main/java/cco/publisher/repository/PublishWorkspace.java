package cco.publisher.repository;

import cco.core.disk.DurableFiles;
import cco.core.error.BusyException;
import cco.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The working folder of the one publisher that changes a repository. It is inside the repository, so that a rename
 * publishes each file. Closing it removes the folder and the lock file; after a crash, the next publisher removes them.
 */
public final class PublishWorkspace implements AutoCloseable {

    private static final String FOLDER = ".work";
    private static final String LOCK = ".lock";

    /** Locks out other threads: POSIX drops a process's locks on a file when the process closes any channel of it. */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path repository;
    private final FileChannel lock;

    private PublishWorkspace(Path repository, FileChannel lock) {
        this.repository = repository;
        this.lock = lock;
    }

    /**
     * Opens the workspace of a repository.
     *
     * @throws BusyException if another publisher has opened it
     */
    public static PublishWorkspace open(Path repository) throws IOException, BusyException {
        DurableFiles.createDirectories(repository);
        Path real = repository.toRealPath();
        if (!OPEN.add(real)) {
            throw busy(repository);
        }
        try {
            return new PublishWorkspace(real, lock(real));
        } catch (IOException | BusyException e) {
            OPEN.remove(real);
            throw e;
        }
    }

    private static FileChannel lock(Path repository) throws IOException, BusyException {
        FileChannel channel =
                FileChannel.open(repository.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null || channel.size() > 0) {
                throw busy(repository);
            }
            DurableFiles.deleteTree(repository.resolve(FOLDER));
            Files.createDirectory(repository.resolve(FOLDER));
            return channel;
        } catch (IOException | BusyException e) {
            channel.close();
            throw e;
        }
    }

    private static BusyException busy(Path repository) {
        return new BusyException(
                "another cco is publishing in " + repository, "wait until it has finished, then try again");
    }

    /** The path of a file or folder in the workspace. */
    Path resolve(String name) {
        return repository.resolve(FOLDER).resolve(name);
    }

    /** Copies a file into the workspace and returns the digest of the copy. */
    Sha256 copy(Path from, String name) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream content = new DigestInputStream(Files.newInputStream(from), digest)) {
            DurableFiles.create(resolve(name), content);
        }
        return Sha256.from(digest.digest());
    }

    /** Writes a file into the workspace. */
    public void write(String name, byte[] bytes) throws IOException {
        DurableFiles.create(resolve(name), new ByteArrayInputStream(bytes));
    }

    /**
     * Moves a file to its place in the repository, durably, unless an identical file is there. In any case, its name
     * here is free again.
     */
    public void publish(String name, String path) throws IOException {
        Path target = repository.resolve(path);
        if (Files.exists(target) && Files.mismatch(resolve(name), target) < 0) {
            Files.delete(resolve(name));
            return;
        }
        DurableFiles.createDirectories(target.getParent());
        DurableFiles.move(resolve(name), target);
    }

    /**
     * Gives a file of the repository a second name, durably, unless an identical file has that name: a hard link, or a
     * copy if links are impossible.
     */
    public void link(String path, String second) throws IOException {
        Path target = repository.resolve(second);
        Path source = repository.resolve(path);
        if (Files.exists(target) && (Files.isSameFile(source, target) || Files.mismatch(source, target) < 0)) {
            return;
        }
        DurableFiles.link(source, target, resolve(target.getFileName().toString()));
    }

    /** The byte in the lock file tells a process that opened it before its deletion that it is deleted. */
    @Override
    public void close() throws IOException {
        try (lock) {
            DurableFiles.deleteTree(repository.resolve(FOLDER));
            Files.deleteIfExists(repository.resolve(LOCK));
            lock.write(ByteBuffer.allocate(1));
        } finally {
            OPEN.remove(repository);
        }
    }
}
