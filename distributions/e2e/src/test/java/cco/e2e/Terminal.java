package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program on a pseudo-terminal, made by script(1). */
final class Terminal implements AutoCloseable {

    /** Stands for the sequence that erases what follows. */
    private static final String ERASE = "\0";

    private static final long HANG_SECONDS = 120;

    static final String CTRL_D = "\u0004";
    private static final String CTRL_C = "\u0003";

    /** The bit of SIGINT in the masks of a process (proc(5)). */
    private static final long SIGINT_BIT = 1 << 1;

    private final int columns;
    private final Process process;
    private final Reader reader;
    private final StringBuilder seen = new StringBuilder();

    /** Starts a program on a terminal of this width; the arguments must not need quotes. */
    Terminal(Machine machine, Path program, int columns, String arguments) throws IOException {
        machine.requires("script");
        String command = "stty cols " + columns + " && exec '" + program + "' " + arguments;
        this.columns = columns;
        this.process = machine.builder(List.of("script", "-qefc", command, "/dev/null"))
                .redirectErrorStream(true)
                .start();
        this.reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8);
        // A program that waits for keys that do not come must fail its test, not stop all tests.
        CompletableFuture.delayedExecutor(HANG_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** Waits until the program has written a text. */
    Terminal shows(String text) throws IOException {
        while (seen.indexOf(text) < 0) {
            int next = reader.read();
            assertTrue(next >= 0, () -> "never showed: " + text + "\n" + seen);
            seen.append((char) next);
        }
        return this;
    }

    Terminal type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Types Ctrl-C. Programs of a background job ignore it, as their children do (POSIX, section 2.11). */
    Terminal interrupt() throws IOException {
        Path status = Path.of("/proc/self/status");
        boolean ignored = Files.isReadable(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
        assumeFalse(ignored, "this process ignores SIGINT, and so do the programs that it starts");
        return type(CTRL_C);
    }

    /** Waits for the program to end and asserts its exit code. */
    Terminal exits(int code) throws IOException {
        for (int next = reader.read(); next >= 0; next = reader.read()) {
            seen.append((char) next);
        }
        try {
            assertEquals(code, process.waitFor(), seen::toString);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    /** Everything that was written, with control characters. */
    String written() {
        return seen.toString();
    }

    /** The lines that remain visible after overwriting. */
    List<String> screen() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int column = 0;
        String text =
                seen.toString().replaceAll("\u001b\\[([0-9;]*m|\\?7[lh])", "").replace("\u001b[J", ERASE);
        for (char c : text.toCharArray()) {
            if (c == ERASE.charAt(0)) {
                line.setLength(Math.min(column, line.length()));
                continue;
            }
            if (c == '\r') {
                column = 0;
                continue;
            }
            if (c == '\n' || column == columns) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                column = 0;
            }
            if (c != '\n') {
                line.replace(column, Math.min(column + 1, line.length()), String.valueOf(c));
                column++;
            }
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
