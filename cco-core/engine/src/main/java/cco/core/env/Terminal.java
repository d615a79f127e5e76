package cco.core.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which standard streams of the process are terminals.
 *
 * @param input whether standard input is a terminal, so that the user can answer questions
 * @param output whether standard output is a terminal, not a pipe or a file
 * @param error whether standard error is a terminal, so that progress can be shown
 */
public record Terminal(boolean input, boolean output, boolean error) {

    /** No stream is a terminal. */
    public static final Terminal NONE = new Terminal(false, false, false);

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /**
     * Inspects the streams of this process.
     *
     * @return the terminal
     */
    public static Terminal detect() {
        return new Terminal(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    /**
     * Reads the link of each stream on Linux, since {@link java.io.Console} covers only input and output together. In
     * doubt a stream is not a terminal: plain text is readable everywhere.
     */
    private static boolean isTerminal(int descriptor) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return System.console() != null && System.console().isTerminal();
        }
        try {
            String target = Files.readSymbolicLink(DESCRIPTORS.resolve(Integer.toString(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }
}
