package cco.core.archive;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the entries of an archive in order, each followed by its content.
 *
 * <p>It refuses ambiguous input, and enforces the limits on bytes. The caller checks names and modes.
 */
interface ArchiveReader extends Closeable {

    /** Opens a .tar.gz, .tgz, .tar.xz or .zip file, by its extension. */
    static ArchiveReader open(Path archive, String name, UnpackLimits limits) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return ZipReader.open(archive, limits);
        }
        if (lower.endsWith(".tar.gz") || lower.endsWith(".tgz")) {
            return TarReader.open(archive, limits, GzipMember::open);
        }
        if (lower.endsWith(".tar.xz")) {
            return TarReader.open(archive, limits, XzMember::open);
        }
        throw new UnsafeArchiveException(ArchiveRule.UNKNOWN_FORMAT);
    }

    /** Reads the next entry; empty when the archive is read, and valid, to its last byte. */
    Optional<ArchiveEntry> next() throws IOException;

    /** Reads content of the current entry like {@link java.io.InputStream#read(byte[])}; -1 at its end. */
    int read(byte[] buffer) throws IOException;

    /** The number of archive bytes read so far. */
    long position();
}
