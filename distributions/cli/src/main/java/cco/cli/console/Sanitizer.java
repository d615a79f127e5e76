package cco.cli.console;

import cco.core.model.Printable;

/**
 * Cleans text on its way to the terminal.
 *
 * <p>Text from elsewhere must not move the cursor, change colors or the direction of writing, or start a line that
 * looks like one of cco's. {@link Printable} decides which characters can do that.
 */
final class Sanitizer {

    private Sanitizer() {}

    /** Puts the text on one line and drops control and formatting characters. */
    static String line(String text) {
        return Printable.line(text);
    }

    /** Escapes such characters in JSON, where they occur only inside strings; the meaning stays the same. */
    static String json(String json) {
        StringBuilder line = new StringBuilder(json.length());
        json.chars().forEach(c -> {
            if (Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT) {
                line.append("\\u%04x".formatted(c));
            } else {
                line.append((char) c);
            }
        });
        return line.toString();
    }
}
