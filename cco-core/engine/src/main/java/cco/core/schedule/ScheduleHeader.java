package cco.core.schedule;

import java.util.Optional;

/**
 * The little of a schedule that every command looks at. It is found without parsing the rest, and without anything that
 * a small program would not have loaded anyway, since all of it is time that the command takes longer.
 *
 * @param nextLook when a command has to look closer, in seconds since 1970
 * @param hasNotice whether there is something to tell
 */
public record ScheduleHeader(long nextLook, boolean hasNotice) {

    private static final String NEXT_LOOK = "\nnext_look = ";

    /** The longest that the next look is ever away, in seconds. */
    private static final long DAY = 24 * 60 * 60;

    /** Nothing if the text is damaged. */
    static Optional<ScheduleHeader> at(String text) {
        int start = text.indexOf(NEXT_LOOK) + NEXT_LOOK.length();
        int end = text.indexOf('\n', start);
        if (start < NEXT_LOOK.length() || end < 0) {
            return Optional.empty();
        }
        try {
            long nextLook = Long.parseLong(text, start, end, 10);
            return Optional.of(
                    new ScheduleHeader(nextLook, text.contains("\nnews = ") || text.contains("\nfinding = ")));
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    /**
     * Whether a command has to look closer. A time beyond what was ever planned was written while the clock was wrong.
     *
     * @param now in seconds since 1970
     */
    public boolean isLookDue(long now) {
        return now >= nextLook || nextLook > now + DAY;
    }
}
