package cco.core.archive;

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
        return new InputStream() {
            private final long end = start + length;
            private long position = start;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int wanted) throws IOException {
                int most = (int) Math.min(wanted, end - position);
                if (most <= 0) {
                    return wanted == 0 ? 0 : -1;
                }
                int count = channel.read(ByteBuffer.wrap(buffer, offset, most), position);
                position += Math.max(count, 0);
                return count;
            }
        };
    }
}
