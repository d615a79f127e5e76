package cco.core.jimage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The entry of a resource or folder in an image's index.
 *
 * @param module the module, or {@code modules} or {@code packages} for a folder; empty for the two top folders
 * @param offset where the content starts, counted from the end of the index
 */
record ImageLocation(String module, String parent, String base, String extension, long offset, long size) {

    private static final int HASH_MULTIPLIER = 0x01000193;

    private static final int MODULE = 1;
    private static final int PARENT = 2;
    private static final int BASE = 3;
    private static final int EXTENSION = 4;
    private static final int OFFSET = 5;
    private static final int SIZE = 7;

    /** Returns the UTF-8 bytes of the full path, which the hash table is keyed by. */
    byte[] path() {
        StringBuilder path = new StringBuilder();
        if (!module.isEmpty()) {
            path.append('/').append(module).append('/');
        }
        if (!parent.isEmpty()) {
            path.append(parent).append('/');
        }
        path.append(base);
        if (!extension.isEmpty()) {
            path.append('.').append(extension);
        }
        return path.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Hashes a path with a seed; the result is not negative. */
    static int hash(byte[] path, int seed) {
        int hash = seed;
        for (byte value : path) {
            hash = hash * HASH_MULTIPLIER ^ value & 0xff;
        }
        return hash & 0x7fffffff;
    }

    /** Adds the strings to the table in the order in which the JDK adds them. */
    void intern(ImageStrings strings) {
        strings.offset(module);
        strings.offset(parent);
        strings.offset(base);
        strings.offset(extension);
    }

    /** Writes the attributes: kind and length in one byte, then the value, big-endian, without leading zeros. */
    void write(ImageStrings strings, ByteArrayOutputStream out) {
        attribute(out, MODULE, strings.offset(module));
        attribute(out, PARENT, strings.offset(parent));
        attribute(out, BASE, strings.offset(base));
        attribute(out, EXTENSION, strings.offset(extension));
        attribute(out, OFFSET, offset);
        attribute(out, SIZE, size);
        out.write(0);
    }

    private static void attribute(ByteArrayOutputStream out, int kind, long value) {
        if (value == 0) {
            return;
        }
        int length = (64 - Long.numberOfLeadingZeros(value) + 7) / 8;
        out.write(kind << 3 | length - 1);
        for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
