package com.example.minisign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Blake2bTest {

    /** RFC 7693, appendix A. */
    private static final String ABC = "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
            + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923";

    /** By another implementation: the digest of the digests of 0, 1, 2, … 399 bytes. */
    private static final String MANY = "37f881ce9f54f898279c629af7ff9198c1eb44d206496fd22bd6c6c5fa63129e"
            + "af6ae56cc1f5ab2d3d3ed84be0ef2546974f71327470ff4accd8568f163d438e";

    private static byte[] digest(byte[] bytes, int piece) {
        Blake2b digest = new Blake2b();
        for (int at = 0; at < bytes.length; at += piece) {
            digest.update(bytes, at, Math.min(piece, bytes.length - at));
        }
        return digest.digest();
    }

    @Test
    void testVectorOfTheRfc_matches() {
        byte[] digest = digest("abc".getBytes(StandardCharsets.US_ASCII), 64);
        assertEquals(ABC, HexFormat.of().formatHex(digest));
    }

    @Test
    void digest_doesNotDependOnThePieces() {
        Blake2b digests = new Blake2b();
        for (int length = 0; length < 400; length++) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i % 251);
            }
            digests.update(digest(bytes, 1 + length % 150), 0, 64);
        }
        assertEquals(MANY, HexFormat.of().formatHex(digests.digest()));
    }
}
