package cco.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The content of a compressed file, which ends only if the file is valid to its last byte.
 *
 * @param content the decompressed bytes; closing it closes the file
 * @param position the number of compressed bytes read so far
 */
record PackedStream(InputStream content, LongSupplier position) {

    /** A way to decompress a file. */
    @FunctionalInterface
    interface Compression {

        /** Starts to read a file. */
        PackedStream open(InputStream file, ByteBudget budget) throws IOException;
    }
}
