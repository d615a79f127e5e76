package cco.core.model;

import java.util.Locale;

/** Numbers of bytes, as people read them. */
public final class DataSize {

    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};

    private DataSize() {}

    /**
     * {@return a number of bytes in powers of 1000, such as {@code 999 B} or {@code 20.1 MB}}
     *
     * @param bytes the number, not negative
     */
    public static String of(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double amount = bytes / 1000.0;
        int unit = 0;
        // From 999.95 on, one decimal would be rounded up to 1000.0.
        while (amount >= 999.95 && unit < UNITS.length - 1) {
            amount /= 1000;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
    }
}
