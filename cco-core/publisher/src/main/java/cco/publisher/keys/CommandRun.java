package cco.publisher.keys;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.Printable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a publisher's signing command; the only class of the publisher's side that starts a program. The command gets
 * the whole environment except cco's passphrase, because clients of key services find their accounts there. It shares
 * standard error, so that it can ask for a touch of the key.
 */
final class CommandRun {

    /** More than any signature or public key. */
    private static final int MAX_OUTPUT = 1 << 16;

    private CommandRun() {}

    /**
     * Passes the input to the command and returns its output.
     *
     * @throws UsageException if it cannot be started, fails, or takes longer than the limit
     */
    static byte[] of(List<String> command, byte[] input, Duration limit) throws UsageException {
        String name = Printable.of(command.getFirst());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().remove(Passphrases.VARIABLE);
        try {
            Process process = builder.start();
            try {
                return exchange(process, input, limit, name);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot run " + name, e), "check the key's command", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException(name + " was interrupted", "try again", e);
        }
    }

    private static byte[] exchange(Process process, byte[] input, Duration limit, String name)
            throws InterruptedException, UsageException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Thread reader = Thread.ofVirtual().start(() -> read(process.getInputStream(), output));
        Thread.ofVirtual().start(() -> write(process.getOutputStream(), input));
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || !reader.join(limit)) {
            throw new UsageException(
                    name + " did not finish within " + limit.toSeconds() + " seconds", "run the key's command by hand");
        }
        if (process.exitValue() != 0) {
            throw new UsageException(
                    name + " failed with exit code " + process.exitValue(), "run the key's command by hand");
        }
        return output.toByteArray();
    }

    private static void read(InputStream in, ByteArrayOutputStream output) {
        try (in) {
            output.write(in.readNBytes(MAX_OUTPUT));
        } catch (IOException e) {
            return; // the command was killed, and its exit code is reported
        }
    }

    /** A command that only prints its public key does not read. */
    private static void write(OutputStream out, byte[] input) {
        try (out) {
            out.write(input);
        } catch (IOException e) {
            return; // it finished without reading, and its output decides
        }
    }
}
