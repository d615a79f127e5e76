package cco.core.stage;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileModes;
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

    /** The places where the virtual machine looks by default: beside its library. */
    static final List<String> ARCHIVES = List.of("runtime/lib/server/classes.jsa", "runtime/bin/server/classes.jsa");

    private static final Pattern MAIN = Pattern.compile("# main: ([\\w.$]+/[\\w.$]+)");

    private CdsArchive() {}

    /** Creates the archive if the version requests one. A failure is a notice. */
    static void make(Path directory, Duration limit, ProgressListener progress) throws InterruptedException {
        boolean windows = Files.isDirectory(directory.resolve("runtime/bin/server"));
        Path java = directory.resolve(windows ? "runtime/bin/java.exe" : "runtime/bin/java");
        String archive = ARCHIVES.get(windows ? 1 : 0);
        if (!Files.isExecutable(java)
                || !Files.isRegularFile(directory.resolve(CLASS_LIST))
                || Files.exists(directory.resolve(archive))) {
            return;
        }
        try {
            dump(java, directory, archive, limit);
        } catch (IOException e) {
            progress.notice("the program will start more slowly: cannot create its startup archive: "
                    + Printable.of(IoReason.of(e)));
        }
    }

    private static void dump(Path java, Path directory, String archive, Duration limit)
            throws IOException, InterruptedException {
        String name = archive + ".tmp";
        Path temporary = directory.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                java.toAbsolutePath().toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + CLASS_LIST,
                "-XX:SharedArchiveFile=" + name));
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
            FileModes.makeReadOnly(temporary);
            DurableFiles.syncFile(temporary);
            DurableFiles.move(temporary, directory.resolve(archive));
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
