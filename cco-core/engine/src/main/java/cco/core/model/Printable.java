package cco.core.model;

/**
 * Text that somebody else wrote, made harmless for a terminal: an archive, a program or a hacked host must not move the
 * cursor, turn the direction of writing or fill the screen.
 */
public final class Printable {

    /** Longer than any sentence that informs. */
    public static final int MAX_LENGTH = 500;

    private Printable() {}

    /** The text on one line, without control and formatting characters, cut to {@value #MAX_LENGTH} characters. */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !isHidden(c))
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }

    /** Whether a character has no form of its own: it controls, formats, separates lines or means nothing yet. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
