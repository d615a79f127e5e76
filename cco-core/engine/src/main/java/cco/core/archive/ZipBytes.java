package cco.core.archive;

import cco.core.disk.FileSlice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Little-endian access to a zip file by position. */
final class ZipBytes {

    private final FileChannel channel;

    ZipBytes(FileChannel channel) {
        this.channel = channel;
    }

    /** Reads exactly these bytes. */
    ByteBuffer at(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
            }
        }
        return buffer.flip();
    }

    /** Opens a stream of these bytes. */
    InputStream range(long start, long length) {
        return new FileSlice(channel, start, start + length);
    }
}
