package cco.publisher.delta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuffixArrayTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "ba", "aa", "banana", "mississippi", "abababab", "zyxwv", "aaaaaaaaab"})
    void shortTexts_areSorted(String text) {
        requireSorted(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void randomTexts_areSorted() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] text = new byte[random.nextInt(300)];
            int symbols = 1 + random.nextInt(round % 2 == 0 ? 3 : 256);
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) random.nextInt(symbols);
            }
            requireSorted(text);
        }
    }

    private static void requireSorted(byte[] text) {
        int[] expected = IntStream.range(0, text.length)
                .boxed()
                .sorted((left, right) -> Arrays.compareUnsigned(text, left, text.length, text, right, text.length))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, SuffixArray.of(text, 0, text.length));
    }
}
