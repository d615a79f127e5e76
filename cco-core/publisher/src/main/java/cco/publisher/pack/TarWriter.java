package cco.publisher.pack;

import static cco.core.archive.UstarField.BLOCK;

import cco.core.archive.UstarField;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;

/**
 * Writes a gzipped tar file whose bytes depend only on its content: no owner, one time, no name in the gzip header.
 * Names that do not fit the ustar format go into a pax header.
 */
public final class TarWriter implements ArchiveWriter {

    /** The largest size that fits the header's octal digits. */
    private static final long MAX_SIZE = (1L << 33) - 1;

    private static final int FOLDER_MODE = 0755;
    private static final int LINK_MODE = 0777;

    private final OutputStream out;
    private final Instant timestamp;

    /** Writes to a stream, which the writer closes; every entry has this time. */
    public TarWriter(OutputStream out, Instant timestamp) throws IOException {
        this(out, timestamp, Deflater.BEST_COMPRESSION);
    }

    /** Writes with a compression level of {@link Deflater}. */
    public TarWriter(OutputStream out, Instant timestamp, int level) throws IOException {
        this.out = new LevelGzip(out, level);
        this.timestamp = timestamp;
    }

    @Override
    public void folder(String name) throws IOException {
        header(name + "/", FOLDER_MODE, 0, '5', "");
    }

    @Override
    public void file(String name, boolean executable, long size, InputStream content) throws IOException {
        if (size > MAX_SIZE) {
            throw new UnfitBuildException(name + " is too large for a tar file");
        }
        header(name, executable ? 0755 : 0644, size, '0', "");
        long written = content.transferTo(out);
        if (written != size) {
            throw new UnfitBuildException(name + " changed while it was packed");
        }
        pad(size);
    }

    @Override
    public void link(String name, String target) throws IOException {
        header(name, LINK_MODE, 0, '2', target);
    }

    @Override
    public void close() throws IOException {
        out.write(new byte[2 * BLOCK]);
        out.close();
    }

    private void header(String name, int mode, long size, char type, String target) throws IOException {
        int split = split(name);
        boolean longName = split < 0;
        boolean longTarget = !fits(target, UstarField.LINK_NAME);
        if (longName || longTarget) {
            byte[] records = ((longName ? record("path", name) : "") + (longTarget ? record("linkpath", target) : ""))
                    .getBytes(StandardCharsets.UTF_8);
            block("", "pax", 0644, records.length, 'x', "");
            out.write(records);
            pad(records.length);
        }
        String prefix = longName ? "" : name.substring(0, split);
        String rest = longName ? "long-name" : name.substring(split == 0 ? 0 : split + 1);
        block(prefix, rest, mode, size, type, longTarget ? "long-name" : target);
    }

    private void block(String prefix, String name, int mode, long size, char type, String target) throws IOException {
        byte[] block = new byte[BLOCK];
        put(block, UstarField.NAME, name);
        UstarField.MODE.putOctal(block, mode);
        UstarField.UID.putOctal(block, 0);
        UstarField.GID.putOctal(block, 0);
        UstarField.SIZE.putOctal(block, size);
        UstarField.MTIME.putOctal(block, timestamp.getEpochSecond());
        put(block, UstarField.TYPE, String.valueOf(type));
        put(block, UstarField.LINK_NAME, target);
        put(block, UstarField.MAGIC, UstarField.POSIX);
        UstarField.DEVICE_MAJOR.putOctal(block, 0);
        UstarField.DEVICE_MINOR.putOctal(block, 0);
        put(block, UstarField.PREFIX, prefix);
        UstarField.CHECKSUM.putOctal(block, UstarField.checksum(block));
        out.write(block);
    }

    private static void put(byte[] block, UstarField field, String text) {
        field.put(block, text.getBytes(StandardCharsets.US_ASCII));
    }

    private void pad(long size) throws IOException {
        out.write(new byte[(int) (-size & BLOCK - 1)]);
    }

    /** Where to divide a name into the fields PREFIX and NAME: 0 = it fits whole, -1 = it fits in no way. */
    private static int split(String name) {
        if (fits(name, UstarField.NAME)) {
            return 0;
        }
        int slash = name.lastIndexOf('/', Math.min(UstarField.PREFIX.length(), name.length() - 2));
        boolean divides = slash > 0
                && fits(name.substring(0, slash), UstarField.PREFIX)
                && fits(name.substring(slash + 1), UstarField.NAME);
        return divides ? slash : -1;
    }

    private static boolean fits(String text, UstarField field) {
        return text.length() <= field.length() && text.chars().allMatch(c -> c < 0x80);
    }

    /** "length keyword=value newline", where the length counts its own digits. */
    private static String record(String keyword, String value) {
        String rest = " " + keyword + "=" + value + "\n";
        int bytes = rest.getBytes(StandardCharsets.UTF_8).length;
        int length = bytes + Integer.toString(bytes).length();
        length = bytes + Integer.toString(length).length();
        return length + rest;
    }
}
