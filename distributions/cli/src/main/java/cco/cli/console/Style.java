package cco.cli.console;

/** A color or weight of text. Yellow and cyan, which are hard to read on white, are missing. */
public enum Style {
    PLAIN(""),
    BOLD("1"),
    RED("1;31"),
    GREEN("32"),
    MAGENTA("35"),
    DIM("2");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String paint(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
