package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format of {@code sha256sum}, written and read. */
class ChecksumsTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[0]);
    private static final List<FileEntry> ONE = List.of(new FileEntry("a", 0, false, DIGEST));

    private static ArchiveRule broken(String content) {
        return assertThrows(
                        UnsafeArchiveException.class,
                        () -> Checksums.check(content.getBytes(StandardCharsets.UTF_8), ONE))
                .rule();
    }

    @Test
    void writtenChecksums_areRead() {
        List<FileEntry> two = List.of(
                new FileEntry("a", 0, false, DIGEST),
                new FileEntry("b/\u00fc c", 1, true, Sha256.of(new byte[1])),
                new FileEntry(Checksums.NAME, 99, false, DIGEST));
        byte[] content = Checksums.format(two.subList(0, 2));
        assertEquals(
                DIGEST + "  a\n" + Sha256.of(new byte[1]) + "  b/\u00fc c\n",
                new String(content, StandardCharsets.UTF_8));
        assertDoesNotThrow(() -> Checksums.check(content, two));
    }

    @ParameterizedTest
    @ValueSource(strings = {"  a", " *a", "  ./a"})
    void eitherMode_isRead(String rest) {
        assertDoesNotThrow(() -> Checksums.check((DIGEST + rest).getBytes(StandardCharsets.UTF_8), ONE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "  ", "* a", " xa", "xa", "0  a"})
    void otherLine_isRefused(String rest) {
        assertEquals(ArchiveRule.CHECKSUMS_FORMAT, broken(DIGEST + rest));
        assertEquals(ArchiveRule.CHECKSUMS_FORMAT, broken("x" + DIGEST.hex().substring(1) + "  a"));
    }

    @Test
    void fileThatIsListedTwice_isRefused() {
        assertEquals(ArchiveRule.CHECKSUMS_FORMAT, broken(DIGEST + "  a\n" + DIGEST + "  ./a\n"));
    }
}
