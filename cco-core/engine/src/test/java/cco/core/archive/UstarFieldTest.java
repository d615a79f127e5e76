package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UstarFieldTest {

    @ParameterizedTest
    @EnumSource
    void field_takesAsManyBytesAsItHas(UstarField field) {
        byte[] block = new byte[UstarField.BLOCK];
        byte[] full = new byte[field.length()];
        Arrays.fill(full, (byte) 1);
        field.put(block, full);
        assertArrayEquals(full, field.get(block));
        int sum = 0;
        for (byte one : block) {
            sum += one;
        }
        assertEquals(field.length(), sum, "nothing else has changed");
        assertThrows(IllegalArgumentException.class, () -> field.put(block, new byte[field.length() + 1]));
    }

    @Test
    void number_isPaddedAndEndsWithNul() {
        byte[] block = new byte[UstarField.BLOCK];
        UstarField.MODE.putOctal(block, 0755);
        assertEquals("0000755\0", new String(UstarField.MODE.get(block), StandardCharsets.US_ASCII));
        UstarField.MODE.putOctal(block, 07777777);
        assertEquals("7777777\0", new String(UstarField.MODE.get(block), StandardCharsets.US_ASCII));
    }
}
