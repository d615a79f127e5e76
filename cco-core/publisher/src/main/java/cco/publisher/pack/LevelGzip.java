package cco.publisher.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses at a level, which can only be set from inside. The JDK writes no time and no name into the header, so the
 * bytes depend only on the content.
 */
public final class LevelGzip extends GZIPOutputStream {

    private static final int BUFFER = 1 << 16;

    /** The place of the level in the header; the JDK leaves it 0, and checkers of packages look for 2, the best. */
    private static final int LEVEL = 8;

    /** Compresses to a stream, with a level of {@link Deflater}. */
    LevelGzip(OutputStream out, int level) throws IOException {
        super(out, BUFFER);
        def.setLevel(level);
    }

    /** The bytes at the best level, which the header names. */
    public static byte[] best(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (LevelGzip out = new LevelGzip(packed, Deflater.BEST_COMPRESSION)) {
            out.write(bytes);
        }
        byte[] result = packed.toByteArray();
        result[LEVEL] = 2;
        return result;
    }
}
