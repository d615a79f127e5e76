package cco.core.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes names strictly. A lenient decoder would merge two names into one. */
final class Utf8 {

    /** What Java puts in the place of malformed bytes. */
    private static final char REPLACEMENT = '\ufffd';

    private Utf8() {}

    static String decode(ByteBuffer bytes) throws UnsafeArchiveException {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        String text = new String(copy, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireWellFormed(bytes, text);
        }
        return text;
    }

    /** A strict decoder takes longer than the rest of the work on a name, but tells which replacements are real. */
    private static void requireWellFormed(ByteBuffer bytes, String text) throws UnsafeArchiveException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate());
        } catch (CharacterCodingException e) {
            throw new UnsafeArchiveException(ArchiveRule.NAME_NOT_UTF8, text);
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
