package cco.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks long lines between words, because a terminal breaks them in the middle of a word. */
final class LineWrap {

    /** Where continued lines start. */
    static final int INDENT = 2;

    /** A command in backticks is one word: broken into two lines it could not be copied. */
    private static final Pattern WORD = Pattern.compile("( *)((?:`[^`]*`|[^ `]|`)+)");

    private LineWrap() {}

    /**
     * Breaks a line. A word that is too long for a line starts a new line and is left to the terminal.
     *
     * @param width of the terminal; its last column stays empty, because some terminals wrap when it is filled
     * @param indent the column where continued lines start
     */
    static String wrap(String text, int width, int indent) {
        if (text.length() < width) {
            return text;
        }
        StringBuilder lines = new StringBuilder(text.length() + indent);
        int column = 0;
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            int length = words.group().length();
            if (column > indent && column + length >= width) {
                lines.append(System.lineSeparator()).append(" ".repeat(indent)).append(words.group(2));
                column = (indent + words.group(2).length()) % width; // the terminal breaks a longer word
            } else {
                lines.append(words.group());
                column += length;
            }
        }
        return lines.toString();
    }

    /** Breaks a text into parts of at most this many characters, between words where possible. */
    static List<String> split(String text, int width) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : width;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }
}
