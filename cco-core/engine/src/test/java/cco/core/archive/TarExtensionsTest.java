package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of pax headers, at the edge of what is well-formed. */
class TarExtensionsTest {

    private static String path(String body) throws IOException {
        TarExtensions extensions = new TarExtensions();
        extensions.addPax(body.getBytes(StandardCharsets.UTF_8));
        return extensions.name(new TarHeader(new byte[UstarField.BLOCK], 0, 0, '0'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 path=#|''",
                "9 path=a#|a",
                "10 path=a#|a",
                "00013 path=a#|a",
                "000014 path=a#|a",
                "11 path=a=#|a=",
                "4 =#|''",
                "5 a=#9 path=b#|b",
                "9 path=b#5 a=#|b",
                "11 other=x#9 path=b#|b"
            })
    void soundRecord_isRead(String body, String path) throws IOException {
        assertEquals(path, path(body.replace('#', '\n')));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9", "9 ", " path=a#", "9path=a#", "x path=a#", "/ path=a#", ": path=a#", "11 path=a#", "8 path=a#",
                "9 path=aa#", "2 #", "3 #", "4 a#", "5 abc", "7 path#", "0000015 path=a#", "9 path=a#0", "9 path=a# "
            })
    void malformedRecord_isRefused(String body) {
        UnsafeArchiveException refused =
                assertThrows(UnsafeArchiveException.class, () -> path(body.replace('#', '\n')));
        assertEquals(ArchiveRule.EXTENSION_FORMAT, refused.rule());
    }

    /** GNU tar ends a long name with a NUL; other programs do not. */
    @ParameterizedTest
    @CsvSource({"a, a", "a0, a", "a00, a0", "0, ''", "'', ''"})
    void longName_losesOneNul(String body, String name) throws IOException {
        TarExtensions extensions = new TarExtensions();
        extensions.addLongName(body.replace('0', '\0').getBytes(StandardCharsets.UTF_8));
        extensions.addLongLink(body.replace('0', '\0').getBytes(StandardCharsets.UTF_8));
        TarHeader header = new TarHeader(new byte[UstarField.BLOCK], 0, 0, '2');
        assertEquals(name.replace('0', '\0'), extensions.name(header));
        assertEquals(name.replace('0', '\0'), extensions.linkTarget(header));
    }

    @Test
    void sameSize_isNoConflict() throws IOException {
        TarExtensions extensions = new TarExtensions();
        extensions.addPax("11 size=12\n".getBytes(StandardCharsets.UTF_8));
        extensions.checkSize(12, "a");
        assertThrows(UnsafeArchiveException.class, () -> extensions.checkSize(13, "a"));
    }
}
