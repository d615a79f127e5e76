package cco.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The relevant fields of a header block. Owner, time and device numbers are ignored.
 *
 * @param block the whole block, for the names: GNU tar leaves the first 100 bytes of a name here that an extension
 *     replaces, and they may end inside a character
 */
record TarHeader(byte[] block, int mode, long size, char type) {

    /** Reads a header block and verifies its checksum. */
    static TarHeader parse(byte[] block) throws IOException {
        if (number(UstarField.CHECKSUM, block) != UstarField.checksum(block)) {
            throw new UnsafeArchiveException(ArchiveRule.TAR_CHECKSUM);
        }
        if (!isPosix(block) && !UstarField.MAGIC.has(block, UstarField.GNU)) {
            throw new UnsafeArchiveException(ArchiveRule.TAR_FORMAT);
        }
        int mode = (int) number(UstarField.MODE, block) & 07777;
        char type = (char) (block[UstarField.TYPE.start()] & 0xff);
        return new TarHeader(block, mode, number(UstarField.SIZE, block), type);
    }

    String name() throws IOException {
        String prefix = isPosix(block) ? text(UstarField.PREFIX, block) : "";
        String name = text(UstarField.NAME, block);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String linkName() throws IOException {
        return text(UstarField.LINK_NAME, block);
    }

    private static boolean isPosix(byte[] block) {
        return UstarField.MAGIC.has(block, UstarField.POSIX);
    }

    /** Only NULs at the end are padding; one inside stays in the name, which is then refused. */
    private static String text(UstarField field, byte[] block) throws IOException {
        int end = field.end();
        while (end > field.start() && block[end - 1] == 0) {
            end--;
        }
        return Utf8.decode(ByteBuffer.wrap(block, field.start(), end - field.start()));
    }

    /** Reads octal digits between blanks and NULs; refuses negative and base-256 numbers. */
    private static long number(UstarField field, byte[] block) throws IOException {
        int start = field.start();
        int end = field.end();
        while (start < end && isPadding(block[start])) {
            start++;
        }
        while (end > start && isPadding(block[end - 1])) {
            end--;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            if (block[i] < '0' || block[i] > '7') {
                throw notANumber(block);
            }
            value = value << 3 | block[i] - '0';
        }
        if (start == end) {
            throw notANumber(block);
        }
        return value;
    }

    private static boolean isPadding(byte value) {
        return value == 0 || value == ' ';
    }

    private static UnsafeArchiveException notANumber(byte[] block) throws IOException {
        return new UnsafeArchiveException(ArchiveRule.TAR_NUMBER, text(UstarField.NAME, block));
    }
}
