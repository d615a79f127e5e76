package cco.core.stage;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.model.Printable;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Creates the class data sharing archive with which a Java program starts in half the time.
 *
 * <p>It depends on the machine, so it is created at installation and is in no file list. A program also runs without
 * it.
 *
 * <p>A bundle requests it with a class list {@code runtime/lib/startup.classlist}, as {@code -XX:DumpLoadedClassList}
 * writes it. The first line may name the main class, {@code # main: cco.cli/cco.cli.Main}: an archive for another main
 * module is used only in part, with a warning at each start.
 */
final class CdsArchive {

    private static final String CLASS_LIST = "runtime/lib/startup.classlist";
    private static final String TEMPORARY = "runtime/lib/server/classes.jsa.tmp";

    /** The place where the virtual machine looks by default. */
    static final String ARCHIVE = "runtime/lib/server/classes.jsa";

    private static final Pattern MAIN = Pattern.compile("# main: ([\\w.$]+/[\\w.$]+)");

    private CdsArchive() {}

    /** Creates the archive if the version requests one. A failure is a notice. */
    static void make(Path directory, Duration limit, ProgressListener progress) throws InterruptedException {
        Path java = directory.resolve("runtime/bin/java");
        if (!Files.isExecutable(java)
                || !Files.isRegularFile(directory.resolve(CLASS_LIST))
                || Files.exists(directory.resolve(ARCHIVE))) {
            return;
        }
        try {
            dump(java, directory, limit);
        } catch (IOException e) {
            progress.notice("the program will start more slowly: cannot create its startup archive: "
                    + Printable.of(IoReason.of(e)));
        }
    }

    private static void dump(Path java, Path directory, Duration limit) throws IOException, InterruptedException {
        Path temporary = directory.resolve(TEMPORARY);
        List<String> command = new ArrayList<>(List.of(
                java.toAbsolutePath().toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + CLASS_LIST,
                "-XX:SharedArchiveFile=" + TEMPORARY));
        Matcher main = MAIN.matcher(firstLine(directory.resolve(CLASS_LIST)));
        if (main.matches()) {
            command.addAll(List.of("-m", main.group(1)));
        }
        try {
            ProgramRun run = ProgramRun.of(command, directory, limit);
            if (!run.succeeded() || !Files.isRegularFile(temporary)) {
                throw new IOException(
                        run.exit().isPresent() ? run.output() : "it took longer than " + limit.toSeconds() + " s");
            }
            if (!temporary.toFile().setReadOnly()) {
                throw new IOException("cannot set its mode");
            }
            DurableFiles.syncFile(temporary);
            DurableFiles.move(temporary, directory.resolve(ARCHIVE));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static String firstLine(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
