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

/**
 * The only place that writes to standard output and standard error. Results go to standard output, as text or as one
 * JSON object a line; errors, hints, notes, questions and progress go to standard error. Each line is written whole
 * and at once. A reader that has gone away stops nothing, and nor does a full disk: {@link #loss} tells of that.
 */
public final class Console {

    private static final String RED = "\u001b[1;31m";
    private static final String CYAN = "\u001b[36m";
    private static final String YELLOW = "\u001b[33m";
    private static final String PLAIN = "\u001b[0m";

    private final OutputMode manner;
    private final InputStream in;
    private final FailureRecordingStream outlet;
    private final PrintStream out;
    private final PrintStream err;

    /** How many characters the line has that is being redrawn; 0 if there is none. */
    private int drawn;

    /** Whether the cursor stands behind a question. */
    private volatile boolean asking;

    private boolean ended;

    /** A console on these streams; what it writes to both, and reads, is in the last one's charset. */
    public Console(OutputMode manner, InputStream in, OutputStream out, PrintStream err) {
        this.manner = manner;
        this.in = in;
        this.outlet = new FailureRecordingStream(out);
        this.out = new PrintStream(outlet, false, err.charset());
        this.err = err;
    }

    /** A console on the streams of this process. */
    public static Console standard(OutputMode manner) {
        return new Console(manner, System.in, new FileOutputStream(FileDescriptor.out), System.err);
    }

    /** Why results are not where they were to go; nothing if all are, or if nobody reads them any more. */
    public Optional<IOException> loss() {
        return outlet.loss();
    }

    /** How this console speaks. */
    public OutputMode manner() {
        return manner;
    }

    /** Something that was asked for: printed even when quiet. */
    public void result(Event event, List<String> lines) {
        event(event);
        text(lines);
    }

    /** Text that was asked for and means nothing to a machine, such as the header of a table. */
    public void text(List<String> lines) {
        if (!manner.json()) {
            for (String line : lines) {
                write(out, Sanitizer.line(line));
            }
        }
    }

    /** What was done: whoever wants it quiet learns it from the exit code. */
    public void report(Event event, String line) {
        if (manner.json() || !manner.quiet()) {
            result(event, List.of(line));
        }
    }

    /** Tells a machine something; people are not told. */
    public void event(Event event) {
        if (manner.json()) {
            write(out, event.json());
        }
    }

    /** Something the user should know although it stops nothing: lower case, no full stop. */
    public void note(String message) {
        if (manner.json()) {
            event(Event.named("note").with("message", message));
        } else if (!manner.quiet()) {
            labelled(YELLOW, "note", message);
        }
    }

    /** A note behind which nothing more is drawn: the process is being ended while another thread still works. */
    synchronized void last(String message) {
        if (asking) {
            err.println();
        }
        note(message);
        ended = true;
    }

    /** What the user can do next: lower case, no full stop. */
    public void hint(String message) {
        if (!manner.json() && !manner.quiet()) {
            labelled(CYAN, "hint", message);
        }
    }

    /** Why the command failed. In JSON mode both sides are told: logs usually keep only standard error. */
    public void error(Failure failure) {
        event(failure.event());
        labelled(RED, "error", failure.line());
        labelled(CYAN, "hint", failure.hint());
        if (manner.verbose()) {
            failure.causes().forEach(cause -> labelled("", "cause", cause));
        }
    }

    /**
     * Asks a question that is answered with yes or no; no answer is a no.
     *
     * @param question without the question mark's answer choices; only asked if {@link OutputMode#asks}
     */
    public boolean confirm(String question) {
        clear();
        err.print(Sanitizer.line(question) + " [y/N] ");
        err.flush();
        asking = true;
        try {
            String answer = new BufferedReader(new InputStreamReader(in, err.charset())).readLine();
            if (answer == null) {
                err.println(); // the cursor is still behind the question
            }
            return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
        } catch (IOException terminalIsGone) {
            return false;
        } finally {
            asking = false;
        }
    }

    /** Asks for a secret, which is not shown while it is typed; nothing if nobody can be asked. */
    public Optional<char[]> secret(String question) {
        java.io.Console terminal = manner.asks() ? System.console() : null;
        if (terminal == null || !terminal.isTerminal()) {
            return Optional.empty();
        }
        clear();
        return Optional.ofNullable(terminal.readPassword("%s: ", Sanitizer.line(question)));
    }

    /** One line of progress where lines cannot be redrawn. */
    void status(String line) {
        write(err, "cco: " + Sanitizer.line(line));
    }

    /** Puts this text in the place of the line that was drawn before, until something else is printed. */
    synchronized void draw(String line) {
        if (ended) {
            return;
        }
        // Blanks wipe out the rest of a longer line, as every terminal understands them.
        err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        err.flush();
        drawn = line.length();
    }

    private synchronized void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    private void labelled(String color, String label, String message) {
        String line = "cco: " + label + ": " + Sanitizer.line(message);
        // The last column stays empty: some terminals wrap when it is filled.
        String fitting = manner.live() ? Wrapped.at(manner.width() - 1, line) : line;
        boolean colored = manner.color() && !color.isEmpty();
        write(err, colored ? fitting.replaceFirst(label + ":", color + label + ":" + PLAIN) : fitting);
    }

    private synchronized void write(PrintStream stream, String line) {
        clear();
        stream.println(line);
        stream.flush();
    }
}
