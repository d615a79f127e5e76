package cco.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** Reads files that decide which foreign code runs: regular files that other users cannot change. */
final class OwnFile {

    private OwnFile() {}

    /**
     * Reads a file once.
     *
     * @throws java.nio.file.NoSuchFileException if it does not exist
     * @throws IOException if it is a link or not a regular file, is too large, or is writable by other users
     */
    static byte[] read(Path file, int limit) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            requireOwn(file);
            requireOwn(file.toAbsolutePath().getParent());
            return read(stream, limit);
        }
    }

    /** Reads a file that the user names. It may be a link, because cco shows what it has read. */
    static byte[] readNamed(Path file, int limit) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a regular file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, limit);
        }
    }

    private static byte[] read(InputStream stream, int limit) throws IOException {
        byte[] bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("it is larger than " + limit + " bytes");
        }
        return bytes;
    }

    private static void requireOwn(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("other users can write to " + path + ": run chmod o-w on it");
        }
    }
}
