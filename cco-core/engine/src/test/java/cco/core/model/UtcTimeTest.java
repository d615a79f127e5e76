package cco.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class UtcTimeTest {

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
