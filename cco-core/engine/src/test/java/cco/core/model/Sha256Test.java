package cco.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256Test {

    /** FIPS 180-4, example B.1. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void digest_isTheSameFromContentAndFromDigits() {
        Sha256 computed = Sha256.of("abc".getBytes(StandardCharsets.UTF_8));
        assertEquals(ABC, computed.hex());
        assertEquals(new Sha256(ABC), computed);
        assertEquals(new Sha256(ABC).hashCode(), computed.hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba", ABC + "0", ABC + "\n", "+A", "+g", "+/", "+:", "+`", "+ ", "+\u00e9", "+\u0161"})
    void otherText_isRefused(String text) {
        String digits = text.replace("+", ABC.substring(1));
        assertThrows(IllegalArgumentException.class, () -> new Sha256(digits));
    }
}
