package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The optional fields of a gzip header (RFC 1952), and the end of the file. */
class GzipMemberTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 10;

    private static PackedStream open(byte[] gzip) throws IOException {
        return GzipMember.open(new ByteArrayInputStream(gzip), new ByteBudget(UnpackLimits.DEFAULT, gzip.length));
    }

    private static ArchiveRule broken(byte[] gzip) {
        return assertThrows(
                        UnsafeArchiveException.class, () -> open(gzip).content().readAllBytes())
                .rule();
    }

    /** A file with these flags, whose header goes on with these bytes. */
    private static byte[] withHeader(int flags, byte[]... fields) {
        byte[] gzip = TarBytes.gzip(CONTENT);
        gzip[3] = (byte) flags;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip, 0, HEADER);
        Arrays.stream(fields).forEach(bytes::writeBytes);
        bytes.write(gzip, HEADER, gzip.length - HEADER);
        return bytes.toByteArray();
    }

    private static byte[] text(int length) {
        byte[] text = new byte[length + 1];
        Arrays.fill(text, 0, length, (byte) 'x');
        return text;
    }

    @Test
    void optionalFields_areSkipped() throws IOException {
        byte[] extra = new byte[2 + 0x102];
        extra[0] = 2;
        extra[1] = 1;
        byte[] all = withHeader(1 | 2 | 4 | 8 | 16, extra, text(4), text(0), new byte[] {7, 7});
        assertArrayEquals(CONTENT, open(all).content().readAllBytes());
        for (int flag : new int[] {1, 2, 4, 8, 16}) {
            byte[] field = flag == 1 ? new byte[0] : flag == 2 ? new byte[2] : flag == 4 ? extra : text(9);
            assertArrayEquals(CONTENT, open(withHeader(flag, field)).content().readAllBytes(), "flag " + flag);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x20, 0x40, 0x80})
    void reservedFlag_isRefused(int flag) {
        assertEquals(ArchiveRule.DAMAGED, broken(withHeader(flag)));
    }

    @Test
    void nameWithoutEnd_isRefused() throws IOException {
        assertArrayEquals(
                CONTENT, open(withHeader(8, text((1 << 16) + 1))).content().readAllBytes());
        assertEquals(ArchiveRule.DAMAGED, broken(withHeader(8, text((1 << 16) + 2))));
    }

    @Test
    void everyByteOfTheTrailer_counts() {
        byte[] gzip = TarBytes.gzip(CONTENT);
        for (int at = gzip.length - 8; at < gzip.length; at++) {
            byte[] bad = gzip.clone();
            bad[at] ^= 1;
            assertEquals(ArchiveRule.DAMAGED, broken(bad));
            assertEquals(ArchiveRule.TRUNCATED, broken(Arrays.copyOf(gzip, at)));
        }
        assertEquals(ArchiveRule.TRAILING_DATA, broken(Arrays.copyOf(gzip, gzip.length + 1)));
    }

    @Test
    void headerThatIsCutOff_isRefused() {
        byte[] gzip = withHeader(4 | 8, new byte[] {1, 0, 7}, text(3));
        for (int length = 0; length < HEADER + 7; length++) {
            byte[] cut = Arrays.copyOf(gzip, length);
            IOException refused = assertThrows(IOException.class, () -> open(cut), length + " bytes");
            assertTrue(refused instanceof UnsafeArchiveException || refused instanceof EOFException);
        }
    }

    @Test
    void end_isReportedAgain() throws IOException {
        byte[] gzip = TarBytes.gzip(CONTENT);
        PackedStream stream = open(gzip);
        stream.content().readAllBytes();
        assertEquals(-1, stream.content().read(new byte[1]));
        assertEquals(gzip.length - HEADER - 8, stream.position().getAsLong());
    }

    @Test
    void closing_closesTheFile() throws IOException {
        boolean[] closed = new boolean[1];
        PackedStream stream = GzipMember.open(
                new ByteArrayInputStream(TarBytes.gzip(CONTENT)) {
                    @Override
                    public void close() {
                        closed[0] = true;
                    }
                },
                new ByteBudget(UnpackLimits.DEFAULT, 1));
        assertFalse(closed[0]);
        stream.content().close();
        assertTrue(closed[0]);
    }
}
