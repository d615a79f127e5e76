package cco.core.model;

/**
 * Makes foreign text safe for a terminal: an archive, a program or a hacked server must not move the cursor, change
 * colors, reverse the direction of writing, fill the screen or forge a line of ours.
 */
public final class Printable {

    /** Longer than any sentence that informs. */
    public static final int MAX_LENGTH = 500;

    private Printable() {}

    /**
     * Returns the text as {@link #line} does, but stripped and cut to {@value #MAX_LENGTH} characters.
     *
     * @param text foreign text of any length
     * @return the printable text, which may be empty
     */
    public static String of(String text) {
        int end = text.codePointCount(0, text.length()) > MAX_LENGTH
                ? text.offsetByCodePoints(0, MAX_LENGTH)
                : text.length();
        return line(text.substring(0, end)).strip();
    }

    /**
     * Returns the text on one line, without control and formatting characters.
     *
     * @param text foreign text, also of several lines
     * @return the printable text, with a space for each white-space character
     */
    public static String line(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isWhitespace(c)) {
                printable.append(' ');
            } else if (!isHidden(c)) {
                printable.appendCodePoint(c);
            }
        }
        return printable.toString();
    }

    /**
     * {@return whether a character is invisible: it controls, formats, separates lines or is not assigned}
     *
     * @param codePoint a Unicode code point, or half of a surrogate pair
     */
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

    /**
     * {@return whether a text has invisible characters}
     *
     * @param text foreign text, such as a file name
     */
    public static boolean hasHidden(String text) {
        // A stream takes longer than the rest of the work on a file, and most names are ASCII.
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if ((c < ' ' || c > '~') && isHidden(c)) {
                return true;
            }
        }
        return false;
    }
}
