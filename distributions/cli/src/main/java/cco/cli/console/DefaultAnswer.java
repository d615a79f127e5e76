package cco.cli.console;

/** The answer to a question if the user just presses Enter. */
public enum DefaultAnswer {
    YES("[Y/n]"),
    NO("[y/N]");

    private final String choices;

    DefaultAnswer(String choices) {
        this.choices = choices;
    }

    /** The choices, with the default in upper case. */
    String choices() {
        return choices;
    }
}
