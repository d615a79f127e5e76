package cco.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** Reads files that decide which foreign code is run: plain files that no other user of the machine may change. */
final class OwnFile {

    private OwnFile() {}

    /**
     * The file's bytes, read once.
     *
     * @throws java.nio.file.NoSuchFileException if there is none
     * @throws IOException if it is a link or no file, too large, or may be changed by others
     */
    static byte[] read(Path file, int limit) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is not a plain file");
        }
        try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            requireOwn(file);
            requireOwn(file.toAbsolutePath().getParent());
            return read(stream, limit);
        }
    }

    /** The bytes of a file that the user names: it may be a link, since what is read is what is then shown. */
    static byte[] readNamed(Path file, int limit) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("it is not a plain file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream, limit);
        }
    }

    private static byte[] read(InputStream stream, int limit) throws IOException {
        byte[] bytes = stream.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("it has more than the " + limit + " bytes that are allowed");
        }
        return bytes;
    }

    private static void requireOwn(Path path) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException("others may write to " + path + ": chmod o-w");
        }
    }
}
