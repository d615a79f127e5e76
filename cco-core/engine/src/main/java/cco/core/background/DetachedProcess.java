package cco.core.background;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a program that nobody waits for: in a session of its own, with no terminal, in the root folder, at low
 * priority. It has the environment of this process and outlives it, and the closing of the terminal too.
 */
public final class DetachedProcess {

    /**
     * The shell makes itself deaf to what a terminal says to all its programs, which is inherited. Where there is no
     * setsid(1), job control gives the program a process group of its own.
     */
    private static final String DETACH = """
            trap '' HUP INT QUIT
            if command -v setsid; then exec setsid nice -n 10 "$@"; fi
            set -m
            nice -n 10 "$@" &
            """;

    private DetachedProcess() {}

    /**
     * Starts it and returns at once.
     *
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
