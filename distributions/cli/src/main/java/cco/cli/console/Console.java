package cco.cli.console;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

// Rules for messages
//
// 1. An error says what failed, on which object, and why, in one line: "cannot write /srv/rel: permission denied".
//    Never a Java class name, never "null".
// 2. A hint is one thing that the user can type or do, as an imperative: "run `cco doctor hello --repair`".
//    Commands stand in backticks, so that they are never broken into two lines.
// 3. Lower case, no full stop, no "please". One sentence, active voice, present tense, second person.
// 4. Results go to standard output. Errors, hints, notes, questions and progress go to standard error.
// 5. A result says what was done ("updated hello from 1.0.0 to 1.1.0"), a note what the user may want to know,
//    progress what is happening in one verb ("verifying").
// 6. A question shows its default: [Y/n], or [y/N] for what is hard to undo.
// 7. Text from elsewhere (releases, servers, files) never reaches the terminal unless Sanitizer has cleaned it.
// 8. Color repeats what a word says already.

/**
 * The only class that writes to standard output and standard error.
 *
 * <p>Each line is written as a whole and flushed. A closed pipe stops nothing, nor does a full disk, which {@link
 * #writeFailure} reports.
 */
public final class Console {

    /** Erases from the cursor to the end of the screen. */
    private static final String ERASE = "\u001b[J";

    private static final String NO_WRAP = "\u001b[?7l";
    private static final String WRAP = "\u001b[?7h";

    private final OutputMode mode;
    private final InputStream in;
    private final FailureRecordingStream outlet;
    private final PrintStream out;
    private final PrintStream err;

    /** Whether a progress line is on the screen. */
    private boolean drawn;

    /** Whether the cursor is behind a question. */
    private volatile boolean asking;

    private boolean ended;

    /** A console on these streams, in the charset of {@code err}. */
    public Console(OutputMode mode, InputStream in, OutputStream out, PrintStream err) {
        this.mode = mode;
        this.in = in;
        this.outlet = new FailureRecordingStream(out);
        this.out = new PrintStream(outlet, false, err.charset());
        this.err = err;
    }

    /** A console on the streams of this process. */
    public static Console standard(OutputMode mode) {
        return new Console(mode, System.in, new FileOutputStream(FileDescriptor.out), System.err);
    }

    /** Why a result could not be written; empty if all were written, or if the reader closed the pipe. */
    public Optional<IOException> writeFailure() {
        return outlet.failure();
    }

    /** How this console prints. */
    public OutputMode mode() {
        return mode;
    }

    /** Prints something the user asked for, even in quiet mode. */
    public void result(Event event, List<String> lines) {
        event(event);
        text(lines);
    }

    /** Prints text that has no event, such as the header of a table. */
    public void text(List<String> lines) {
        lines(lines.stream().map(Line::of).toList());
    }

    /** Prints lines that have no event, wrapped and colored if standard output is a terminal. */
    public void lines(List<Line> lines) {
        if (!mode.json()) {
            lines.forEach(line -> write(out, line.render(mode.page(), mode.width())));
        }
    }

    /** Prints a table, which fits the terminal. */
    public void table(Table table) {
        lines(table.lines(mode.page() == OutputMode.Page.PLAIN ? Integer.MAX_VALUE : mode.width()));
    }

    /** Prints what the command did, unless in quiet mode. */
    public void report(Event event, String line) {
        if (mode.json() || !mode.quiet()) {
            result(event, List.of(line));
        }
    }

    /** Prints an event in JSON mode, and nothing otherwise. */
    public void event(Event event) {
        if (mode.json()) {
            write(out, event.json());
        }
    }

    /** Prints something the user may want to know. */
    public void note(String message) {
        if (mode.json()) {
            event(Event.named("note").with("message", message));
        } else if (!mode.quiet()) {
            labeled(Style.MAGENTA, "note", message);
        }
    }

    /** Prints a note and then no progress anymore: the process is ending while another thread still works. */
    synchronized void lastNote(String message) {
        if (asking) {
            err.println();
        }
        note(message);
        ended = true;
    }

    /** Prints what the user can do next. */
    public void hint(String message) {
        if (!mode.json() && !mode.quiet()) {
            labeled(Style.MAGENTA, "hint", message);
        }
    }

    /** Prints what the user can do next with a line to copy, which stands alone and is never wrapped. */
    public void hint(String message, String line) {
        hint(message);
        if (!mode.json() && !mode.quiet()) {
            write(err, "    " + Sanitizer.line(line));
        }
    }

    /** Prints why the command failed; in JSON mode on both streams, because logs often keep only standard error. */
    public void error(Failure failure) {
        event(failure.event());
        labeled(Style.RED, "error", failure.line());
        labeled(Style.MAGENTA, "hint", failure.hint());
        if (mode.verbose()) {
            failure.causes().forEach(cause -> labeled(Style.PLAIN, "cause", cause));
        }
    }

    /**
     * Asks a yes-or-no question; anything but a clear answer means no. Call it only if {@link OutputMode#asks}.
     *
     * @param question without the choices
     * @param preset the answer if the user just presses Enter
     */
    public boolean confirm(String question, DefaultAnswer preset) {
        clear();
        err.print(Sanitizer.line(question) + " " + preset.choices() + " ");
        err.flush();
        asking = true;
        try {
            String answer = new BufferedReader(new InputStreamReader(in, err.charset())).readLine();
            if (answer == null) {
                err.println(); // the cursor is still behind the question
                return false;
            }
            String word = answer.strip().toLowerCase(Locale.ROOT);
            return word.isEmpty()
                    ? preset == DefaultAnswer.YES
                    : List.of("y", "yes").contains(word);
        } catch (IOException terminalClosed) {
            return false;
        } finally {
            asking = false;
        }
    }

    /** Asks for a secret without showing it; empty without a terminal. */
    public Optional<char[]> secret(String question) {
        java.io.Console terminal = mode.asks() ? System.console() : null;
        if (terminal == null || !terminal.isTerminal()) {
            return Optional.empty();
        }
        clear();
        return Optional.ofNullable(terminal.readPassword("%s: ", Sanitizer.line(question)));
    }

    /** Prints that a step without a size starts. */
    public void progress(String step) {
        if (!mode.json() && !mode.quiet()) {
            status(step);
        }
    }

    /** Prints progress as a line of its own. */
    void status(String line) {
        write(err, "cco: " + Sanitizer.line(line));
    }

    /**
     * Draws the progress line in place of the one before. The cursor stays at its start, so that a terminal that is
     * made narrower leaves no trail: there it erases what it has wrapped below. While it is drawn, nothing wraps: a
     * line that is too long ends with its last character in the last column, which is therefore a space.
     */
    synchronized void draw(String line) {
        if (!ended) {
            err.print("\r" + ERASE + NO_WRAP + line + " \r" + WRAP);
            err.flush();
            drawn = true;
        }
    }

    private synchronized void clear() {
        if (drawn) {
            err.print("\r" + ERASE);
            err.flush();
            drawn = false;
        }
    }

    private void labeled(Style style, String label, String message) {
        String line = "cco: " + label + ": " + Sanitizer.line(message);
        String wrapped = mode.live() ? LineWrap.wrap(line, mode.width(), LineWrap.INDENT) : line;
        write(err, mode.color() ? wrapped.replaceFirst(label + ":", style.paint(label + ":")) : wrapped);
    }

    private synchronized void write(PrintStream stream, String line) {
        clear();
        stream.println(line);
        stream.flush();
    }
}
