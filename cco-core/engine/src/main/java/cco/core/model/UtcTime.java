package cco.core.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times in messages. Without a formatter, which would cost every command time to start. */
public final class UtcTime {

    private UtcTime() {}

    /**
     * {@return the date, such as {@code 2026-01-31}}
     *
     * @param time any time
     */
    public static String day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
    }

    /**
     * {@return the date and time to the minute, such as {@code 2026-01-31 10:00 UTC}}
     *
     * @param time any time
     */
    public static String minute(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' ')
                + " UTC";
    }
}
