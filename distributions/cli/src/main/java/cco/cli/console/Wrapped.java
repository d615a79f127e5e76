package cco.cli.console;

/** Text that is too long for the terminal, broken at blanks, because a terminal breaks it in the middle of words. */
final class Wrapped {

    private static final String INDENT = "  ";

    private Wrapped() {}

    /**
     * The text in lines of at most this many characters. A word that no line can hold is left for the terminal to
     * break: a line of its own would not help it.
     */
    static String at(int width, String text) {
        StringBuilder lines = new StringBuilder(text.length() + INDENT.length());
        int column = 0;
        for (String word : text.split(" ")) {
            boolean fits = column + 1 + word.length() <= width || word.length() > width - INDENT.length();
            if (column > 0 && !fits) {
                lines.append(System.lineSeparator()).append(INDENT).append(word);
                column = INDENT.length() + word.length();
            } else {
                lines.append(column > 0 ? " " : "").append(word);
                column = (column + word.length() + (column > 0 ? 1 : 0)) % (width + 1);
            }
        }
        return lines.toString();
    }
}
