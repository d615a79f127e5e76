package cco.cli.console;

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
                column = indent + words.group(2).length();
            } else {
                lines.append(words.group());
                column += length;
            }
        }
        return lines.toString();
    }
}
