package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
        assertArrayEquals(full, Arrays.copyOfRange(block, field.start(), field.end()));
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
        assertTrue(UstarField.MODE.has(block, "0000755\0"));
        assertFalse(UstarField.MODE.has(block, "0000754\0"));
        UstarField.MODE.putOctal(block, 07777777);
        assertTrue(UstarField.MODE.has(block, "7777777\0"));
    }
}
