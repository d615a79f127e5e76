package cco.core.trust;

/**
 * Text that somebody else wrote, made harmless for a terminal: a publisher or a hacked host must not move the cursor,
 * turn the direction of writing or fill the screen. Applied once, where such text becomes part of an object.
 */
final class Printable {

    /** Longer than any sentence that informs. */
    static final int MAX_LENGTH = 500;

    private Printable() {}

    /** The text on one line, without control and formatting characters, cut to {@value #MAX_LENGTH} characters. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(MAX_LENGTH)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !isHidden(c))
                .forEach(printable::appendCodePoint);
        return printable.toString().strip();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
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
