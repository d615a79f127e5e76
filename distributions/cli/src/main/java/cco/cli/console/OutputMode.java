package cco.cli.console;

import cco.core.env.Env;
import cco.core.env.Terminal;

/**
 * How to speak, settled once from what the user typed, the environment and the streams.
 *
 * @param json one JSON object a line on standard output, for machines
 * @param quiet only results that were asked for, and errors
 * @param verbose errors with their chain of causes
 * @param color colour on standard error; it never carries meaning alone
 * @param live a progress line that is redrawn, instead of one line after the other
 * @param asks somebody can answer a question
 * @param width the terminal's width in characters
 */
public record OutputMode(
        boolean json, boolean quiet, boolean verbose, boolean color, boolean live, boolean asks, int width) {

    private static final int DEFAULT_WIDTH = 80;

    /** What the user typed about it. */
    public record Flags(boolean json, boolean quiet, boolean verbose, boolean noColor) {}

    /** Settles it. In an automatic build nobody watches or answers, even if it provides a terminal. */
    public static OutputMode of(Flags wishes, Env env, Terminal terminal) {
        boolean watched = terminal.error() && !env.isCi();
        return new OutputMode(
                wishes.json(),
                wishes.quiet(),
                wishes.verbose(),
                watched && !wishes.noColor() && !env.noColor(),
                watched && !wishes.json() && !wishes.quiet(),
                watched && !wishes.json() && terminal.input(),
                env.columns().orElse(DEFAULT_WIDTH));
    }

    /** Plain text or JSON without asking anything of the environment, for the shortest of all answers. */
    public static OutputMode plain(boolean json) {
        return new OutputMode(json, false, false, false, false, false, DEFAULT_WIDTH);
    }
}
