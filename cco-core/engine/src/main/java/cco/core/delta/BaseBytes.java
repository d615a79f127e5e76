package cco.core.delta;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The old bytes that a patch starts from, read at any position. */
interface BaseBytes {

    /** Returns the number of bytes. */
    long size();

    /**
     * Reads bytes from a position into the start of the buffer.
     *
     * @param target where they belong in the new file
     */
    void read(long position, long target, byte[] buffer, int length) throws IOException;

    /** Bytes in memory. */
    static BaseBytes of(byte[] bytes) {
        return new BaseBytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long position, long target, byte[] buffer, int length) {
                System.arraycopy(bytes, (int) position, buffer, 0, length);
            }
        };
    }

    /** A part of a file. It is read, not mapped: Windows cannot delete a file that is mapped. */
    static BaseBytes of(FileChannel file, long start, long size) {
        return new BaseBytes() {
            @Override
            public long size() {
                return size;
            }

            @Override
            public void read(long position, long target, byte[] buffer, int length) throws IOException {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
                while (bytes.hasRemaining()) {
                    if (file.read(bytes, start + position + bytes.position()) < 0) {
                        throw new EOFException();
                    }
                }
            }
        };
    }
}
