package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Tar files that are compressed with xz. */
class XzMemberTest {

    @TempDir
    private Path folder;

    private static byte[] xz(byte[] content, int dictionary) throws IOException {
        LZMA2Options options = new LZMA2Options(0);
        options.setDictSize(dictionary);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XZOutputStream out = new XZOutputStream(bytes, options)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] content() throws IOException {
        byte[] gzip =
                new TarBytes().folder("hello").file("hello/a", "content").end().gzip();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    static byte[] archive() throws IOException {
        return xz(content(), 1 << 16);
    }

    private List<FileEntry> inspect(byte[] archive) throws IOException, CcoException {
        Path file = Files.write(folder.resolve("archive"), archive);
        return new Unpacker(UnpackerTest.LIMITS).inspect(file, "hello.tar.xz");
    }

    private void requireRefused(ArchiveRule rule, byte[] archive) {
        VerificationException refused = assertThrows(VerificationException.class, () -> inspect(archive));
        assertTrue(refused.getMessage().endsWith(rule.text()), refused.getMessage());
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void files_areRead() throws Exception {
        assertEquals(
                List.of("a"), inspect(archive()).stream().map(FileEntry::path).toList());
    }

    @Test
    void singleBytes_areCheckedToo() throws Exception {
        byte[] content = content();
        InputStream sound = open(content.length);
        for (byte expected : content) {
            assertEquals(expected & 0xff, sound.read());
        }
        assertEquals(-1, sound.read());

        InputStream larger = open(content.length - 1);
        larger.skipNBytes(content.length - 1);
        assertThrows(UnsafeArchiveException.class, larger::read);
    }

    private static InputStream open(int limit) throws IOException {
        byte[] archive = archive();
        ByteBudget budget = new ByteBudget(new UnpackLimits(1, limit, 1), archive.length);
        return XzMember.open(new ByteArrayInputStream(archive), budget).content();
    }

    @Tag("sweep")
    @Test
    void everyFlippedByte_isRefused() throws Exception {
        byte[] archive = archive();
        for (int i = 0; i < archive.length; i++) {
            byte[] damaged = archive.clone();
            damaged[i] ^= 0x55;
            assertThrows(VerificationException.class, () -> inspect(damaged), "byte " + i);
        }
    }

    @Tag("sweep")
    @Test
    void everyTruncation_isRefused() throws Exception {
        byte[] archive = archive();
        for (int length = 0; length < archive.length; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThrows(VerificationException.class, () -> inspect(cut), length + " bytes");
        }
    }

    @Test
    void trailingData_isRefused() throws Exception {
        requireRefused(ArchiveRule.TRAILING_DATA, join(archive(), new byte[1]));
        requireRefused(ArchiveRule.TRAILING_DATA, join(archive(), archive()));
    }

    @Tag("sweep")
    @Test
    void hugeDictionary_isRefused() throws Exception {
        requireRefused(ArchiveRule.DAMAGED, xz(content(), 128 << 20));
    }

    @Test
    void bomb_isRefused() throws Exception {
        requireRefused(ArchiveRule.COMPRESSION_BOMB, xz(join(content(), new byte[3 << 19]), 1 << 16));
    }
}
