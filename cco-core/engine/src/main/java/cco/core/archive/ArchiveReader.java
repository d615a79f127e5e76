package cco.core.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Yields an archive's entries in the order of the file, each followed by its content. What can be read in two ways is
 * refused by a {@link UnsafeArchiveException}. Limits on bytes hold here; names and modes are the caller's to check.
 */
interface ArchiveReader extends Closeable {

    /** Opens a .tar.gz, .tgz or .zip file, told apart by the name that the publisher gave it. */
    static ArchiveReader open(Path archive, String name, UnpackLimits limits) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return ZipReader.open(archive, limits);
        }
        if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
            return TarReader.open(archive, limits);
        }
        throw new UnsafeArchiveException(ArchiveRule.UNKNOWN_FORMAT);
    }

    /** The next entry, or empty once the archive has been read, and found sound, to its last byte. */
    Optional<ArchiveEntry> next() throws IOException;

    /** Reads content of the current entry like {@link java.io.InputStream#read(byte[])}; -1 at its end. */
    int read(byte[] buffer) throws IOException;

    /** How many bytes of the archive are done. */
    long position();
}
