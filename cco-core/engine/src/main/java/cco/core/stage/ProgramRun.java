package cco.core.stage;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The result of running a program.
 *
 * <p>The program gets no input, limited time and only the variables that programs need to start. No setting for cco or
 * a Java runtime reaches it, so the result does not depend on the shell that cco was called from.
 *
 * @param exit the exit code, or empty after a timeout
 * @param output the first 64 KiB of stdout and stderr
 */
record ProgramRun(OptionalInt exit, String output) {

    private static final int MAX_OUTPUT = 1 << 16;

    static final Set<String> ENVIRONMENT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "TZ",
            "TMPDIR",
            "LD_LIBRARY_PATH",
            "SYSTEMROOT",
            "SYSTEMDRIVE",
            "WINDIR",
            "COMSPEC",
            "PATHEXT",
            "TEMP",
            "TMP",
            "USERPROFILE",
            "APPDATA",
            "LOCALAPPDATA");

    /** Whether the program ended in time with exit code 0. */
    boolean succeeded() {
        return exit.isPresent() && exit.getAsInt() == 0;
    }

    /**
     * Runs a program until it ends. At the time limit, it and its child processes are killed.
     *
     * @throws IOException if the program cannot be started
     * @throws InterruptedException if this thread is interrupted; the program is killed too
     */
    static ProgramRun of(List<String> command, Path directory, Duration limit)
            throws IOException, InterruptedException {
        boolean windows = File.separatorChar == '\\';
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(new File(windows ? "NUL" : "/dev/null"))
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
        Process process = builder.start();
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            ByteArrayOutputStream output = new ByteArrayOutputStream();
            Thread reader = Thread.ofVirtual().start(() -> drain(process.getInputStream(), output));
            boolean ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
            // A child process may still hold the pipe open; the output so far is enough.
            reader.join(Duration.ofNanos(Math.max(1, ended ? deadline - System.nanoTime() : 0)));
            return new ProgramRun(ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(), text(output));
        } finally {
            kill(process);
        }
    }

    /** Reads to the end, so that the program never blocks, but keeps only the beginning. */
    private static void drain(InputStream in, ByteArrayOutputStream output) {
        byte[] buffer = new byte[8192];
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                output.write(buffer, 0, Math.min(count, MAX_OUTPUT - output.size()));
            }
        } catch (IOException e) {
            // The pipe of a killed program; the output so far is kept.
            return;
        }
    }

    private static String text(ByteArrayOutputStream output) {
        return output.toString(StandardCharsets.UTF_8);
    }

    private static void kill(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
