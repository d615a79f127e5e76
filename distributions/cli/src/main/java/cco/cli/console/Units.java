package cco.cli.console;

import cco.core.model.DataSize;
import cco.core.model.UtcTime;
import java.time.Instant;
import java.util.Locale;

/** Sizes and times for people. */
public final class Units {

    private Units() {}

    /** A number of bytes, in powers of 1000: {@code 999 B}, {@code 20.1 MB}. */
    public static String bytes(long bytes) {
        return DataSize.of(bytes);
    }

    /** A date: {@code 2026-01-31}. */
    public static String day(Instant time) {
        return UtcTime.day(time);
    }

    /** A date and time to the minute: {@code 2026-01-31 10:00 UTC}. */
    public static String minute(Instant time) {
        return UtcTime.minute(time);
    }

    /** A number of seconds: {@code 0:04}, {@code 1:02:03}. */
    static String clock(long seconds) {
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d:%02d", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", minutes / 60, minutes % 60, seconds % 60);
    }
}
