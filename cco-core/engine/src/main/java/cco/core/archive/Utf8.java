package cco.core.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes names strictly. A lenient decoder would merge two names into one. */
final class Utf8 {

    private Utf8() {}

    static String decode(ByteBuffer bytes) throws UnsafeArchiveException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            throw new UnsafeArchiveException(
                    ArchiveRule.NAME_NOT_UTF8,
                    StandardCharsets.UTF_8.decode(bytes.duplicate()).toString());
        }
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
