package cco.cli.console;

import cco.core.env.Env;
import cco.core.env.Terminal;

/**
 * How to print, decided once from the command line, the environment and the streams.
 *
 * @param json one JSON object per line on standard output
 * @param quiet only results and errors
 * @param verbose errors with their causes
 * @param color color on standard error
 * @param live whether a user watches standard error
 * @param asks whether the user can answer a question
 * @param width the width of the terminal in characters
 * @param page how standard output is laid out
 * @param redraws whether progress is one line that is redrawn, instead of one line after the other
 */
public record OutputMode(
        boolean json,
        boolean quiet,
        boolean verbose,
        boolean color,
        boolean live,
        boolean asks,
        int width,
        Page page,
        boolean redraws) {

    private static final int DEFAULT_WIDTH = 80;

    /** How standard output is laid out. */
    public enum Page {
        /** Lines as they are, for files and other programs. */
        PLAIN,
        /** Lines wrapped to the width of the terminal. */
        WRAPPED,
        /** Lines wrapped and colored. */
        COLOR
    }

    /** The global options that concern output. */
    public record Flags(boolean json, boolean quiet, boolean verbose, boolean noColor) {}

    /** A mode for standard output that is not a terminal. */
    public OutputMode(
            boolean json, boolean quiet, boolean verbose, boolean color, boolean live, boolean asks, int width) {
        this(json, quiet, verbose, color, live, asks, width, Page.PLAIN);
    }

    /** A mode for a terminal with a cursor. */
    public OutputMode(
            boolean json,
            boolean quiet,
            boolean verbose,
            boolean color,
            boolean live,
            boolean asks,
            int width,
            Page page) {
        this(json, quiet, verbose, color, live, asks, width, page, live);
    }

    /** Decides. In continuous integration there is no user, even if there is a terminal. */
    public static OutputMode of(Flags flags, Env env, Terminal terminal) {
        boolean user = !env.isCi();
        boolean watched = terminal.error() && user;
        boolean color = !flags.noColor() && !env.noColor();
        boolean live = watched && !flags.json() && !flags.quiet();
        Page screen = color ? Page.COLOR : Page.WRAPPED;
        return new OutputMode(
                flags.json(),
                flags.quiet(),
                flags.verbose(),
                watched && color,
                live,
                watched && !flags.json() && terminal.input(),
                env.columns().orElse(DEFAULT_WIDTH),
                terminal.output() && user ? screen : Page.PLAIN,
                live && !env.isDumbTerminal());
    }

    /** Plain text or JSON, without a look at the environment. */
    public static OutputMode plain(boolean json) {
        return new OutputMode(json, false, false, false, false, false, DEFAULT_WIDTH);
    }
}
