package cco.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

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
        String magic = magic(block);
        if (!magic.equals(UstarField.POSIX) && !magic.equals(UstarField.GNU)) {
            throw new UnsafeArchiveException(ArchiveRule.TAR_FORMAT);
        }
        return new TarHeader(block, (int) number(UstarField.MODE, block) & 07777, number(UstarField.SIZE, block), (char)
                (UstarField.TYPE.get(block)[0] & 0xff));
    }

    String name() throws IOException {
        String prefix = magic(block).equals(UstarField.POSIX) ? text(UstarField.PREFIX, block) : "";
        String name = text(UstarField.NAME, block);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    String linkName() throws IOException {
        return text(UstarField.LINK_NAME, block);
    }

    private static String magic(byte[] block) {
        return new String(UstarField.MAGIC.get(block), StandardCharsets.ISO_8859_1);
    }

    /** Only NULs at the end are padding; one inside stays in the name, which is then refused. */
    private static String text(UstarField field, byte[] block) throws IOException {
        byte[] bytes = field.get(block);
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return Utf8.decode(ByteBuffer.wrap(bytes, 0, length));
    }

    /** Reads octal digits between blanks and NULs; refuses negative and base-256 numbers. */
    private static long number(UstarField field, byte[] block) throws IOException {
        byte[] bytes = field.get(block);
        int start = 0;
        int end = bytes.length;
        while (start < end && isPadding(bytes[start])) {
            start++;
        }
        while (end > start && isPadding(bytes[end - 1])) {
            end--;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '7') {
                throw notANumber(block);
            }
            value = value << 3 | bytes[i] - '0';
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
