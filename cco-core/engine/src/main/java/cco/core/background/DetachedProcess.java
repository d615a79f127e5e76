package cco.core.background;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a detached program: in its own session, without a terminal, in the root folder, at low priority. It inherits
 * the environment of this process, and survives its end and the closing of the terminal. On Windows, a program
 * without a console does so by itself, at normal priority.
 */
public final class DetachedProcess {

    /**
     * The program inherits that the shell ignores signals from the terminal. Without setsid(1), job control gives it a
     * process group of its own.
     */
    private static final String DETACH = """
            trap '' HUP INT QUIT
            if command -v setsid; then exec setsid nice -n 10 "$@"; fi
            set -m
            nice -n 10 "$@" &
            """;

    private DetachedProcess() {}

    /**
     * Starts the program and returns at once.
     *
     * @param command the command and its arguments
     * @throws IOException if it cannot be started
     */
    public static void start(List<String> command) throws IOException {
        boolean windows = File.separatorChar == '\\';
        List<String> words = new ArrayList<>(windows ? List.of() : List.of("/bin/sh", "-c", DETACH, "sh"));
        words.addAll(command);
        new ProcessBuilder(words)
                .directory(Path.of("/").toAbsolutePath().getRoot().toFile())
                .redirectInput(new File(windows ? "NUL" : "/dev/null"))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
