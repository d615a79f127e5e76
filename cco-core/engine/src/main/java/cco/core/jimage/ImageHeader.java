package cco.core.jimage;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The header of an image.
 *
 * @param tableLength the number of slots
 * @param locationsSize in bytes
 * @param stringsSize in bytes
 */
record ImageHeader(int tableLength, int locationsSize, int stringsSize) {

    /** Reads a little-endian header of format 1.0 without flags; nothing if it is anything else. */
    static Optional<ImageHeader> read(ByteBuffer bytes) {
        boolean known =
                bytes.getInt(0) == ImageIndex.MAGIC && bytes.getInt(4) == ImageIndex.VERSION && bytes.getInt(8) == 0;
        ImageHeader header = new ImageHeader(bytes.getInt(16), bytes.getInt(20), bytes.getInt(24));
        boolean positive = header.tableLength > 0 && header.locationsSize > 0 && header.stringsSize > 0;
        return known && positive ? Optional.of(header) : Optional.empty();
    }

    /** Returns where the contents start. */
    long indexSize() {
        return stringsStart() + stringsSize;
    }

    long offsetsStart() {
        return ImageIndex.HEADER_SIZE + 4L * tableLength;
    }

    long locationsStart() {
        return ImageIndex.HEADER_SIZE + 8L * tableLength;
    }

    long stringsStart() {
        return locationsStart() + locationsSize;
    }
}
