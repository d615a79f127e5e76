package cco.core.disk;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Changes files so that they survive a power cut: temporary sibling, fsync, rename, fsync of the folder.
 *
 * <p>After a crash a file has its old or its new content, never a part of either.
 */
public final class DurableFiles {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** When a write returns. */
    private enum Wait {
        FOR_DISK,
        NOT
    }

    private DurableFiles() {}

    /**
     * Creates or replaces a file with these bytes. Other users may read it if the umask permits, but never write it.
     *
     * @throws IOException if the file cannot be replaced; it keeps its old content
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-r--r--", Wait.FOR_DISK);
    }

    /**
     * Creates or replaces a file as {@link #write} does, but does not wait for the disk. After a power cut it may have
     * its old content or none, so its reader must cope with both.
     *
     * @throws IOException if the file cannot be replaced; it keeps its old content
     */
    public static void writeSoon(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-r--r--", Wait.NOT);
    }

    /**
     * Creates or replaces a file that only its owner may read, since it may contain secrets.
     *
     * @throws IOException if the file could not be replaced; the old content is still there
     */
    public static void writePrivate(Path file, byte[] bytes) throws IOException {
        write(file, bytes, "rw-------", Wait.FOR_DISK);
    }

    private static void write(Path file, byte[] bytes, String mode, Wait wait) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        createDirectories(folder);
        Path temporary = TemporaryName.of(file.toAbsolutePath());
        try {
            try (FileChannel channel = FileChannel.open(temporary, NEW, FileModes.attributes(mode))) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                if (wait == Wait.FOR_DISK) {
                    channel.force(true);
                }
            }
            if (wait == Wait.FOR_DISK) {
                move(temporary, file);
            } else {
                rename(temporary, file);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * {@linkplain #write Writes} a file unless it has these bytes already, and deletes the leftovers of a killed write.
     * No other process may write the file at the same time.
     *
     * @throws IOException if the file could not be replaced; the old content is still there
     */
    public static void writeIfChanged(Path file, byte[] bytes) throws IOException {
        if (!holds(file, bytes)) {
            deleteLeftovers(file);
            write(file, bytes);
        }
    }

    /** Reads one byte more than expected, so that a larger file is not read to its end. */
    private static boolean holds(Path file, byte[] bytes) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Arrays.equals(stream.readNBytes(bytes.length + 1), bytes);
        } catch (IOException unreadable) {
            return false; // an unreadable file is replaced like a damaged one
        }
    }

    /**
     * Creates a file from a stream and syncs it. Its mode follows the umask, so that published files are readable; its
     * name is durable only after {@link #move}.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file exists
     */
    public static void create(Path file, InputStream content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Renames a synced file or folder in one step, replacing a file of that name, and syncs both folders. */
    public static void move(Path from, Path to) throws IOException {
        rename(from, to);
        syncDirectory(to.toAbsolutePath().getParent());
        if (!from.toAbsolutePath().getParent().equals(to.toAbsolutePath().getParent())) {
            syncDirectory(from.toAbsolutePath().getParent());
        }
    }

    /** Renames a file as {@link #move(Path, Path)} does, but without waiting for the disk. */
    public static void moveSoon(Path from, Path to) throws IOException {
        rename(from, to);
    }

    private static void rename(Path from, Path to) throws IOException {
        HeldFileRetry.system()
                .run(() -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /**
     * Moves a synced file or folder to a place that may be on another file system. The new name still appears in one
     * step: if a rename is impossible, it copies into a folder beside the target, syncs the copy and renames that.
     *
     * @param incoming the folder for the copy, on the target's file system; a killed process leaves it behind as
     *     garbage
     */
    public static void move(Path from, Path to, Path incoming) throws IOException {
        try {
            move(from, to);
        } catch (AtomicMoveNotSupportedException crossDevice) {
            try {
                createDirectories(incoming);
                Path copy = incoming.resolve(UUID.randomUUID().toString());
                TreeCopy.copy(from, copy);
                move(copy, to);
            } finally {
                deleteTree(incoming);
            }
            deleteTree(from);
        }
    }

    /**
     * Gives a file a second name in one step, replacing a file of that name: a hard link, or a copy if links are
     * impossible.
     *
     * @param temporary a name on the same file system, which a killed process may leave behind
     */
    public static void link(Path file, Path link, Path temporary) throws IOException {
        Files.deleteIfExists(temporary);
        try {
            Files.createLink(temporary, file.toRealPath());
        } catch (IOException | UnsupportedOperationException noLinks) {
            try (InputStream content = Files.newInputStream(file)) {
                create(temporary, content);
            }
        }
        move(temporary, link);
    }

    /** Creates a folder and its missing parents, and syncs each. */
    public static void createDirectories(Path directory) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path path = directory; path != null && !Files.isDirectory(path); path = path.getParent()) {
            missing.add(path);
        }
        Files.createDirectories(directory);
        for (Path path : missing) {
            if (path.getParent() != null) {
                syncDirectory(path.getParent());
            }
        }
    }

    /** Syncs a file's content and mode. Only Windows needs write access for that. */
    public static void syncFile(Path file) throws IOException {
        boolean windows = File.separatorChar == '\\';
        try (FileChannel channel =
                FileChannel.open(file, windows ? StandardOpenOption.WRITE : StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Syncs the names in a folder. Windows has no such call and needs none. */
    public static void syncDirectory(Path directory) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Syncs a new folder with all files and folders in it, and its name.
     *
     * @throws IOException if any of it may not be on disk
     */
    public static void syncTree(Path root) throws IOException {
        new TreeSync(FileSystemSync::sync, DurableFiles::syncFileOrFolder).sync(root);
        syncDirectory(root.toAbsolutePath().getParent());
    }

    private static void syncFileOrFolder(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            syncDirectory(path);
        } else {
            syncFile(path);
        }
    }

    /** Deletes the leftovers of a killed {@link #write}. No other process may write the file at the same time. */
    public static void deleteLeftovers(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            return;
        }
        Pattern name = TemporaryName.all(file);
        DirectoryStream.Filter<Path> left =
                path -> name.matcher(path.getFileName().toString()).matches();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, left)) {
            for (Path path : files) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Deletes a file or a folder with its content, if it exists. It deletes links without following them. */
    public static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
