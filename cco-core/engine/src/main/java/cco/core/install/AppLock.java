package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.disk.FolderOwner;
import cco.core.error.BusyException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.model.UtcTime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock of one app: only the process that holds it may change the app.
 *
 * <p>The operating system releases it when the process ends, however it ends. The lock file stays as long as the app
 * does, because deleting it would let two processes lock two files of the same name.
 */
public final class AppLock implements AutoCloseable {

    /** Far behind the text, so that other processes can read the text where locks are mandatory (Windows). */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * The locks of this process. POSIX drops all locks of a process on a file when it closes any descriptor of that
     * file (fcntl(2)), so a file that is locked here must not be opened again, not even to read the holder.
     */
    private static final Map<Path, Holder> HELD_HERE = new ConcurrentHashMap<>();

    private final AppHome home;
    private final Path key;
    private final FileChannel channel;

    private AppLock(AppHome home, Path key, FileChannel channel) {
        this.home = home;
        this.key = key;
        this.channel = channel;
    }

    /**
     * The process that holds the lock.
     *
     * @param pid the process
     * @param since when it took the lock
     */
    public record Holder(long pid, Instant since) {}

    /**
     * Takes the lock or fails at once.
     *
     * @throws BusyException if another process, or another part of this one, holds it
     * @throws InstallException if the lock file cannot be created or locked
     * @throws NotManagedException if another user owns the app's folders and should change it
     */
    public static AppLock acquire(AppHome home) throws BusyException, InstallException, NotManagedException {
        requireOwner(home);
        Holder self = new Holder(ProcessHandle.current().pid(), Instant.now().truncatedTo(ChronoUnit.SECONDS));
        try {
            DurableFiles.createDirectories(home.state());
            Path key = home.state().toRealPath();
            Holder here = HELD_HERE.putIfAbsent(key, self);
            if (here != null) {
                throw busy(home, Optional.of(here));
            }
            try {
                return new AppLock(home, key, lock(home, self));
            } catch (IOException | BusyException | RuntimeException e) {
                HELD_HERE.remove(key);
                throw e;
            }
        } catch (IOException e) {
            String hint = "check the free space and the permissions of " + home.state();
            throw InstallErrors.of("cannot lock " + home.app(), e, hint);
        }
    }

    private static void requireOwner(AppHome home) throws NotManagedException, InstallException {
        FolderOwner other = home.otherOwner().orElse(null);
        if (other == null) {
            return;
        }
        String message = "cannot change " + home.app() + " as user " + other.user() + ": " + other.folder()
                + " belongs to " + other.owner();
        if (!Files.exists(home.data()) && !other.isUserRoot()) {
            throw new InstallException(message, "set HOME, or CCO_HOME, to a folder that you can write to");
        }
        throw new NotManagedException(message, other.hint());
    }

    /**
     * The last holder, read without taking the lock. Empty after a release; a killed process is still named.
     */
    public static Optional<Holder> holder(AppHome home) {
        try {
            Holder here = HELD_HERE.get(home.state().toRealPath());
            return here != null ? Optional.of(here) : recorded(home);
        } catch (IOException noLockYet) {
            return Optional.empty();
        }
    }

    /** The app that this lock protects. */
    public AppHome home() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock of " + home.app() + " was released");
        }
        return home;
    }

    /** Releases the lock. */
    @Override
    public void close() throws InstallException {
        if (!channel.isOpen()) {
            return;
        }
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw InstallErrors.of("cannot release the lock of " + home.app(), e, "check the disk of " + home.state());
        } finally {
            HELD_HERE.remove(key);
        }
    }

    /** Releases the lock of a removed app and deletes its file, and its folder if that is empty. */
    void remove() throws InstallException {
        try {
            Files.deleteIfExists(home.lock());
            Files.deleteIfExists(home.state());
        } catch (IOException e) {
            throw InstallErrors.of("cannot remove " + home.state(), e, "remove it yourself");
        } finally {
            close();
        }
    }

    private static FileChannel lock(AppHome home, Holder self) throws IOException, BusyException {
        Optional<Object> before = identity(home.lock());
        FileChannel channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw busy(home, recorded(home));
            }
            // A removal of the app deletes the file; another process may have created and locked a new one since.
            if (!Files.exists(home.lock()) || before.isPresent() && !before.equals(identity(home.lock()))) {
                throw busy(home, Optional.empty());
            }
            recordHolder(channel, self);
            return channel;
        } catch (IOException | BusyException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Writes the holder into the file. On a full disk the lock works without it, so checks and removals still do.
     */
    private static void recordHolder(FileChannel channel, Holder self) throws IOException {
        // Written in place: a rename would put another, unlocked file under the name.
        channel.truncate(0);
        String text = "pid " + self.pid() + "\nsince " + self.since() + "\n";
        try {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException fullDisk) {
            channel.truncate(0); // no holder is named
        }
    }

    /** Identifies a file without opening it; empty if it does not exist or cannot be identified. */
    private static Optional<Object> identity(Path file) throws IOException {
        return Files.exists(file)
                ? Optional.ofNullable(
                        Files.readAttributes(file, BasicFileAttributes.class).fileKey())
                : Optional.empty();
    }

    private static BusyException busy(AppHome home, Optional<Holder> by) {
        String who = by.map(holder -> " (pid " + holder.pid() + ", since "
                        + DateTimeFormatter.ofPattern("HH:mm:ss")
                                .format(holder.since().atZone(ZoneId.systemDefault())) + ")")
                .orElse("");
        return new BusyException("another cco" + who + " is working on " + home.app(), "wait for it to finish");
    }

    private static Optional<Holder> recorded(AppHome home) throws IOException {
        String[] words = Files.readString(home.lock()).split("\\s+");
        try {
            return words.length == 4
                    ? Optional.of(new Holder(Long.parseLong(words[1]), UtcTime.parse(words[3])))
                    : Optional.empty();
        } catch (NumberFormatException | DateTimeException halfWritten) {
            return Optional.empty();
        }
    }
}
