package cco.core.env;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the process's streams lead to.
 *
 * @param input whether standard input is a terminal, so that somebody can answer
 * @param output whether standard output is a terminal, and no other program's input or a file
 * @param error whether standard error is a terminal, so that somebody watches
 */
public record Terminal(boolean input, boolean output, boolean error) {

    /** Nobody is there. */
    public static final Terminal NONE = new Terminal(false, false, false);

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /** Looks at the streams of this process. */
    public static Terminal detect() {
        return new Terminal(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    /**
     * {@link java.io.Console} knows only about standard input and output together; Linux tells about each stream. A
     * terminal counts as none if in doubt: plain text is readable everywhere.
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
