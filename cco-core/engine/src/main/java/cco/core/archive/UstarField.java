package cco.core.archive;

import java.nio.charset.StandardCharsets;

/** The fields of a tar header block (POSIX.1, pax, "ustar Interchange Format"), for reading and writing. */
public enum UstarField {
    NAME(0, 100),
    MODE(100, 8),
    UID(108, 8),
    GID(116, 8),
    SIZE(124, 12),
    MTIME(136, 12),
    CHECKSUM(148, 8),
    TYPE(156, 1),
    LINK_NAME(157, 100),
    MAGIC(257, 8),
    DEVICE_MAJOR(329, 8),
    DEVICE_MINOR(337, 8),
    PREFIX(345, 155);

    /** The block size of headers and contents. */
    public static final int BLOCK = 512;

    /** The value of MAGIC in the POSIX format: magic and version. */
    public static final String POSIX = "ustar\00000";

    /** The value of MAGIC in the format that GNU tar writes by default; its PREFIX field means something else. */
    public static final String GNU = "ustar  \0";

    private final int offset;
    private final int length;

    UstarField(int offset, int length) {
        this.offset = offset;
        this.length = length;
    }

    /** The length in bytes. */
    public int length() {
        return length;
    }

    /** Whether the field has exactly this ASCII text. */
    boolean has(byte[] block, String text) {
        for (int i = 0; i < length; i++) {
            if (block[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The position of the field in the block. */
    public int start() {
        return offset;
    }

    /** The position after the field. */
    int end() {
        return offset + length;
    }

    /** Writes bytes at the start of the field. */
    public void put(byte[] block, byte[] value) {
        if (value.length > length) {
            throw new IllegalArgumentException(this + " has " + length + " bytes");
        }
        System.arraycopy(value, 0, block, offset, value.length);
    }

    /** Writes a number as zero-padded octal digits and NUL. */
    public void putOctal(byte[] block, long value) {
        String digits = Long.toOctalString(value);
        String padded = "0".repeat(Math.max(0, length - 1 - digits.length())) + digits;
        put(block, padded.getBytes(StandardCharsets.US_ASCII));
    }

    /** Sums the bytes of a block, with blanks in place of the checksum. */
    public static int checksum(byte[] block) {
        return sum(block, 0, CHECKSUM.start()) + ' ' * CHECKSUM.length + sum(block, CHECKSUM.end(), BLOCK);
    }

    private static int sum(byte[] block, int start, int end) {
        int sum = 0;
        for (int i = start; i < end; i++) {
            sum += block[i] & 0xff;
        }
        return sum;
    }
}
