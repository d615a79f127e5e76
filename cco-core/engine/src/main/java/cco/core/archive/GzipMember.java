package cco.core.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Decompresses a gzip file (RFC 1952) with exactly one member.
 *
 * <p>The JDK's GZIPInputStream accepts further members and skips garbage; since programs treat these differently, they
 * are refused here.
 */
final class GzipMember extends InflaterInputStream {

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC = 0x1f8b08;
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;
    private static final int FLAGS_RESERVED = 0xe0;
    private static final int TRAILER = 8;

    private final CRC32 crc = new CRC32();
    private final ByteBudget budget;
    private boolean ended;

    private GzipMember(InputStream in, ByteBudget budget) throws IOException {
        super(in, new Inflater(true), BUFFER);
        this.budget = budget;
        readHeader();
    }

    /** Reads the header. */
    static PackedStream open(InputStream in, ByteBudget budget) throws IOException {
        GzipMember member = new GzipMember(in, budget);
        return new PackedStream(member, member.inf::getBytesRead);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            budget.spend(count);
            crc.update(buffer, offset, count);
        } else if (count < 0 && !ended) {
            readTrailer();
            ended = true;
        }
        return count;
    }

    @Override
    public void close() throws IOException {
        inf.end();
        super.close();
    }

    /** RFC 1952, section 2.3. */
    private void readHeader() throws IOException {
        if ((next() << 16 | next() << 8 | next()) != MAGIC) {
            throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
        }
        int flags = next();
        if ((flags & FLAGS_RESERVED) != 0) {
            throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
        }
        in.skipNBytes(6);
        if ((flags & FLAG_EXTRA) != 0) {
            in.skipNBytes(next() | next() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            in.skipNBytes(2);
        }
    }

    private void skipText() throws IOException {
        for (int length = 0; next() != 0; length++) {
            if (length > BUFFER) {
                throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
            }
        }
    }

    private int next() throws IOException {
        int value = in.read();
        if (value < 0) {
            throw new UnsafeArchiveException(ArchiveRule.TRUNCATED);
        }
        return value;
    }

    /** RFC 1952, section 2.3.1: CRC-32 and size modulo 2^32, followed by the end of the file. */
    private void readTrailer() throws IOException {
        int unread = inf.getRemaining();
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(buf, len - unread, unread), in);
        byte[] bytes = rest.readNBytes(TRAILER + 1);
        if (bytes.length != TRAILER) {
            throw new UnsafeArchiveException(
                    bytes.length < TRAILER ? ArchiveRule.TRUNCATED : ArchiveRule.TRAILING_DATA);
        }
        ByteBuffer trailer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (trailer.getInt() != (int) crc.getValue() || trailer.getInt() != (int) inf.getBytesWritten()) {
            throw new UnsafeArchiveException(ArchiveRule.DAMAGED);
        }
    }
}
