package cco.core.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file as a stream, with a position of its own. Closing it leaves the file open. */
public final class FileSlice extends BlockInputStream {

    private final FileChannel file;
    private final long end;
    private long position;

    /** The bytes from {@code start} to {@code end}, exclusive. */
    public FileSlice(FileChannel file, long start, long end) {
        this.file = file;
        this.position = start;
        this.end = end;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int wanted = (int) Math.min(length, end - position);
        if (wanted <= 0) {
            return length == 0 ? 0 : -1;
        }
        int count = file.read(ByteBuffer.wrap(buffer, offset, wanted), position);
        position += Math.max(count, 0);
        return count;
    }
}
