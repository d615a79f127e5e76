package cco.core.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Dates and times as text. Without a formatter, which would cost every command time to start. */
public final class UtcTime {

    private static final String SECONDS = "0000-00-00T00:00:00";
    private static final int NANO_DIGITS = 9;

    /** The days from 1 March of the year 0 to 1 January 1970. */
    private static final int EPOCH = 719468;

    private UtcTime() {}

    /**
     * Reads a date and time in UTC.
     *
     * @param text a date and time as in RFC 3339, such as {@code 2026-01-31T10:00:00Z}
     * @return the same as {@link Instant#parse}
     * @throws DateTimeException if it is none
     */
    public static Instant parse(String text) {
        if (!hasUsualForm(text)) {
            return Instant.parse(text);
        }
        int year = 100 * number(text, 0) + number(text, 2);
        int month = number(text, 5);
        int day = number(text, 8);
        int hour = number(text, 11);
        int minute = number(text, 14);
        int second = number(text, 17);
        if (month < 1 || month > 12 || day < 1 || day > length(year, month)) {
            return Instant.parse(text); // which says what is wrong
        }
        if (hour > 23 || minute > 59 || second > 59) {
            return Instant.parse(text); // which also knows 24:00 and leap seconds
        }
        long minutes = (days(year, month) + day - 1) * 24 * 60 + hour * 60 + minute;
        return Instant.ofEpochSecond(minutes * 60 + second, nanos(text));
    }

    /**
     * {@return the text that {@link #parse} reads, such as {@code 2026-01-31T10:00:00Z}}
     *
     * @param time any time
     */
    public static String text(Instant time) {
        LocalDateTime utc = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        boolean isWholeMinute = utc.getSecond() == 0 && utc.getNano() == 0;
        return utc + (isWholeMinute ? ":00Z" : "Z");
    }

    /** Whether a text has whole seconds, or a fraction, and then a Z. */
    private static boolean hasUsualForm(String text) {
        int end = text.length() - 1;
        int fraction = end - SECONDS.length();
        if (fraction < 0 || fraction == 1 || fraction > 1 + NANO_DIGITS || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < SECONDS.length() ? SECONDS.charAt(i) : i == SECONDS.length() ? '.' : '0';
            char c = text.charAt(i);
            if (expected == '0' ? c < '0' || c > '9' : c != expected) {
                return false;
            }
        }
        return true;
    }

    /** The number of two digits. */
    private static int number(String text, int start) {
        return 10 * (text.charAt(start) - '0') + text.charAt(start + 1) - '0';
    }

    private static long length(int year, int month) {
        return (month < 12 ? days(year, month + 1) : days(year + 1, 1)) - days(year, month);
    }

    /** The days from 1970 to the first of a month. Years are counted from March, so that they end with leap days. */
    private static long days(int year, int month) {
        int shifted = month > 2 ? year : year - 1;
        int leapDays = Math.floorDiv(shifted, 4) - Math.floorDiv(shifted, 100) + Math.floorDiv(shifted, 400);
        return 365L * shifted + leapDays + (306 * ((month + 9) % 12) + 5) / 10 - EPOCH;
    }

    private static int nanos(String text) {
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            int position = SECONDS.length() + i;
            nanos = 10 * nanos + (position < text.length() - 1 ? text.charAt(position) - '0' : 0);
        }
        return nanos;
    }

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
