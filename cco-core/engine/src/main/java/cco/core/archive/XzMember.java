package cco.core.archive;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.SingleXZInputStream;
import org.tukaani.xz.XZIOException;

/**
 * Decompresses an xz file with exactly one stream.
 *
 * <p>Programs treat further streams and garbage differently, so they are refused here. Every way to read goes through
 * the one that counts.
 */
final class XzMember extends InputStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream content;
    private final Counted file;
    private final ByteBudget budget;

    private XzMember(Counted file, ByteBudget budget) throws IOException {
        this.content = new SingleXZInputStream(file, UnpackLimits.XZ_MEMORY);
        this.file = file;
        this.budget = budget;
    }

    /** Reads the header. */
    static PackedStream open(InputStream in, ByteBudget budget) throws IOException {
        Counted file = new Counted(new BufferedInputStream(in, BUFFER));
        try {
            return new PackedStream(new XzMember(file, budget), () -> file.count);
        } catch (XZIOException damaged) {
            throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = content.read(buffer, offset, length);
        } catch (XZIOException damaged) {
            throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
        }
        if (count > 0) {
            budget.spend(count);
        } else if (count < 0 && file.read() >= 0) {
            throw new UnsafeArchiveException(ArchiveRule.TRAILING_DATA);
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts the bytes that were read. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
