package cco.cli.console;

import cco.core.model.Printable;

/**
 * Text that somebody else wrote, on its way to a terminal: it must not move the cursor, change colours, turn the
 * direction of writing, or begin a line of its own that looks like one of ours.
 */
final class Sanitizer {

    private Sanitizer() {}

    /** The text on one line without control and formatting characters; nothing else of it is lost. */
    static String line(String text) {
        return Printable.line(text);
    }

    /** JSON with these characters escaped, which can only stand inside its strings: it means the same. */
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
