package cco.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "2026-12-31T23:59:60Z",
                "2026-01-31T24:00:00Z",
                "2026-01-31T10:00:00.123456789Z",
                "2026-01-31T10:00:00.1Z",
                "2026-01-31T10:00:00.000001Z",
                "1900-02-28T10:00:00Z",
                "2000-02-29T10:00:00Z",
                "0000-02-29T10:00:00Z",
                "2026-01-31T10:00:00+02:00",
                "+12026-01-31T10:00:00Z"
            })
    void time_isReadAsJavaReadsIt(String text) {
        assertEquals(Instant.parse(text), UtcTime.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-01-31T10:05:00Z",
                "2026-01-31T10:05:01Z",
                "2026-01-31T10:00:00.100Z"
            })
    void time_isWrittenAsJavaWritesIt(String text) {
        assertEquals(text, UtcTime.text(Instant.parse(text)));
    }

    @Test
    void anyTime_isReadAsJavaReadsIt() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L));
            assertEquals(time, UtcTime.parse(time.toString()));
            Instant exact = time.plusNanos(random.nextInt(1_000_000_000));
            assertEquals(exact, UtcTime.parse(exact.toString()));
            assertEquals(exact.toString(), UtcTime.text(exact));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-04-31T00:00:00Z",
                "2026-01-00T00:00:00Z",
                "2026-01-32T00:00:00Z",
                "2026-01-01T00:00:00.1234567890Z",
                "2026-01-01T00:00:00.x1Z",
                "2026-01-01T00:00:00.1",
                "2026-13-01T00:00:00Z",
                "2026-00-01T00:00:00Z",
                "2026-01-01T25:00:00Z",
                "2026-01-01T00:60:00Z",
                "2026-01-01 00:00:00Z",
                "2026-01-01T00:00:00",
                "2026-01-01T00:00:0xZ",
                "2026-01-01T00:00:00Zz",
                "\u0662\u0660\u0662\u0666-01-01T00:00:00Z"
            })
    void otherText_isRefused(String text) {
        assertThrows(DateTimeException.class, () -> UtcTime.parse(text));
    }

    @Test
    void day_isTheDateInUtc() {
        assertEquals("2026-01-31", UtcTime.day(Instant.parse("2026-01-31T23:59:59.9Z")));
    }

    @Test
    void minute_hasNoSeconds() {
        assertEquals("2026-01-31 10:05 UTC", UtcTime.minute(Instant.parse("2026-01-31T10:05:59.999Z")));
        assertEquals("2026-01-31 00:00 UTC", UtcTime.minute(Instant.parse("2026-01-31T00:00:00Z")));
    }
}
