package cco.publisher.upload;

import cco.core.disk.IoReason;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.model.Printable;
import cco.publisher.keys.Passphrases;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The result of a tool that uploads; the only class here that starts programs. No shell is involved. The tool gets the
 * whole environment except cco's passphrase, because it finds its login there, and speaks English, because some of its
 * messages are understood.
 *
 * @param tool the name of the program
 * @param exit the exit code
 * @param output of standard output
 * @param errors of standard error
 */
record ToolRun(String tool, int exit, byte[] output, String errors) {

    private static final Pattern TIME = Pattern.compile("^[0-9/]{10} [0-9:]{8} ");

    /**
     * Runs a tool until it ends.
     *
     * @throws UsageException if it is not installed
     */
    static ToolRun of(Path directory, List<String> command) throws UsageException {
        String tool = command.getFirst();
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectInput(new File(File.separatorChar == '\\' ? "NUL" : "/dev/null"));
        builder.environment().remove(Passphrases.VARIABLE);
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            try {
                CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
                byte[] output = read(process.getInputStream());
                return new ToolRun(tool, process.waitFor(), output, new String(errors.join(), StandardCharsets.UTF_8));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            boolean missing = String.valueOf(e.getMessage()).matches("(?s).*error[:=] ?2\\b.*");
            String reason = missing ? "it is not installed" : IoReason.of(e);
            throw new UsageException("cannot run " + tool + ": " + reason, howToGet(tool), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException(tool + " was interrupted", "run the same command again", e);
        }
    }

    private static byte[] read(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String howToGet(String tool) {
        String home =
                switch (tool) {
                    case "rclone" -> " (https://rclone.org)";
                    case "gh" -> " (https://cli.github.com)";
                    default -> "";
                };
        return "install " + tool + home + " with your system's package manager, then run the same command again";
    }

    /** The standard output as lines. */
    List<String> lines() {
        return new String(output, StandardCharsets.UTF_8).lines().toList();
    }

    /** Refuses a failure; the message has the tool's last words. */
    ToolRun require(String destination) throws SourceException {
        if (exit == 0) {
            return this;
        }
        String words = reason().map(line -> ": " + Printable.line(line)).orElse("");
        throw new SourceException(
                "cannot upload to " + destination + ": " + tool + " failed with exit code " + exit + words,
                "run the same command again; users see the last complete state until then");
    }

    /**
     * The line that says why: rsync repeats in its own words what ssh has said, and rclone starts with notices and
     * ends with indented details.
     */
    private Optional<String> reason() {
        List<String> lines = errors.lines()
                .filter(line -> !line.startsWith("\t"))
                .map(line -> TIME.matcher(line).replaceFirst("").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("NOTICE:") && !line.startsWith("rsync error:"))
                .toList();
        Optional<String> other =
                lines.stream().filter(line -> !line.startsWith("rsync:")).findFirst();
        boolean isRsync = tool.equals("rsync");
        return isRsync && other.isPresent() ? other : lines.stream().reduce((_, last) -> last);
    }
}
