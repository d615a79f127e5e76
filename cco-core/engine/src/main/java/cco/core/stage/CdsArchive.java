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
 * Makes the class data sharing archive with which a Java program starts in half the time. It depends on the machine, so
 * it is made where the program is installed, is in no list of files, and a program runs as well without it.
 *
 * <p>A bundle asks for it by {@code runtime/lib/startup.classlist}, as {@code -XX:DumpLoadedClassList} writes it. Its
 * first line may be a comment that names what is started, {@code # main: cco.cli/cco.cli.Main}: an archive that was
 * dumped for another main module is used only in part, and each start warns of it.
 */
final class CdsArchive {

    private static final String CLASS_LIST = "runtime/lib/startup.classlist";
    private static final String TEMPORARY = "runtime/lib/server/classes.jsa.tmp";

    /** Where the virtual machine looks for it without being told. */
    static final String ARCHIVE = "runtime/lib/server/classes.jsa";

    private static final Pattern MAIN = Pattern.compile("# main: ([\\w.$]+/[\\w.$]+)");

    private CdsArchive() {}

    /** Makes the archive if the version in this folder asks for one; when that fails, a notice is all that happens. */
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
            progress.notice("the program will start more slowly: its start-up archive could not be made: "
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
                throw new IOException(run.exit().isPresent() ? run.output() : "it took longer than " + limit);
            }
            if (!temporary.toFile().setReadOnly()) {
                throw new IOException("its mode could not be set");
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
