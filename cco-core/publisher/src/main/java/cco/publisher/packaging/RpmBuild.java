package cco.publisher.packaging;

import cco.core.error.UsageException;
import cco.core.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Runs {@code rpmbuild} in a working folder. */
final class RpmBuild {

    private final Path work;
    private final Instant date;

    RpmBuild(Path work, Instant date) {
        this.work = work;
        this.date = date;
    }

    /**
     * Builds the package of a spec file.
     *
     * @throws UsageException if {@code rpmbuild} is missing or fails
     */
    Path run(Path spec, String architecture) throws UsageException, IOException {
        Path log = work.resolve("rpmbuild.log");
        ProcessBuilder builder = new ProcessBuilder(
                "rpmbuild",
                "-bb",
                "--quiet",
                "--target",
                architecture,
                "--define",
                "_topdir " + work.resolve("rpmbuild"),
                "--define",
                "_rpmdir " + work.resolve("rpms"),
                "--define",
                "cco_tree " + work.resolve("tree"),
                spec.toString());
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(date.getEpochSecond()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        int code = wait(builder);
        if (code != 0) {
            throw new UsageException(
                    "rpmbuild failed with exit code " + code + ": " + lastError(log),
                    "use --format to leave out rpm, or report this with the output of `rpmbuild --version`");
        }
        try (Stream<Path> files = Files.walk(work.resolve("rpms"))) {
            return files.filter(file -> file.toString().endsWith(".rpm"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int wait(ProcessBuilder builder) throws UsageException {
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new UsageException(
                    "cannot start rpmbuild",
                    "install it (Debian: rpm, Fedora: rpm-build), or use --format to leave out rpm",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("rpmbuild was interrupted", "try again", e);
        }
    }

    private static String lastError(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        return Printable.of(
                text.lines().filter(line -> line.contains("error:")).findFirst().orElse("no message"));
    }
}
