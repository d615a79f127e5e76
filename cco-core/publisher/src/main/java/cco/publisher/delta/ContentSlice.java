package cco.publisher.delta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file. */
record ContentSlice(FileChannel file, long start, long size) {

    /** Reads bytes of the part, which has them. */
    byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, start + from + bytes.position()) >= 0) {
            // Short reads go on where they stopped.
        }
        return bytes.array();
    }
}
