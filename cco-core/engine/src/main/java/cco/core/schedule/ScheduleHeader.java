package cco.core.schedule;

import java.util.Optional;

/**
 * The two values of a schedule that every command reads. They are found without parsing the rest and without loading
 * further classes, because every command waits for this.
 *
 * @param nextWake when a command must read the configuration, in seconds since 1970
 * @param hasNotice whether a notice is pending
 */
public record ScheduleHeader(long nextWake, boolean hasNotice) {

    private static final String NEXT_WAKE = "\nnext_look = ";

    /** The next wake-up is never further away, in seconds. */
    private static final long DAY = 24 * 60 * 60;

    /** Reads the values; nothing if the text is damaged. */
    static Optional<ScheduleHeader> parse(String text) {
        int start = text.indexOf(NEXT_WAKE) + NEXT_WAKE.length();
        int end = text.indexOf('\n', start);
        if (start < NEXT_WAKE.length() || end < 0) {
            return Optional.empty();
        }
        try {
            long nextWake = Long.parseLong(text, start, end, 10);
            return Optional.of(
                    new ScheduleHeader(nextWake, text.contains("\nnews = ") || text.contains("\nfinding = ")));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /**
     * {@return whether a command must read the configuration}
     *
     * <p>A time further ahead than a day was written by a wrong clock.
     *
     * @param now in seconds since 1970
     */
    public boolean isWakeDue(long now) {
        return now >= nextWake || nextWake > now + DAY;
    }
}
