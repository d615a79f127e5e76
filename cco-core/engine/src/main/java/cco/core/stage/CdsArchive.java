package cco.core.stage;

import cco.core.delta.BaseVersion;
import cco.core.disk.DurableFiles;
import cco.core.disk.FileModes;
import cco.core.disk.IoReason;
import cco.core.model.FileEntry;
import cco.core.model.Printable;
import cco.core.model.ProgressListener;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
public final class CdsArchive {

    private static final String CLASS_LIST = "runtime/lib/startup.classlist";
    private static final String SLOWER = "the program will start more slowly: cannot create its startup archive: ";

    /** The places where the virtual machine looks by default: beside its library. */
    static final List<String> ARCHIVES = List.of("runtime/lib/server/classes.jsa", "runtime/bin/server/classes.jsa");

    private static final Pattern MAIN = Pattern.compile("# main: ([\\w.$]+/[\\w.$]+)");

    private final Path directory;
    private final Path java;
    private final String archive;

    private CdsArchive(Path directory) {
        boolean windows = Files.isDirectory(directory.resolve("runtime/bin/server"));
        this.directory = directory;
        this.java = directory.resolve(windows ? "runtime/bin/java.exe" : "runtime/bin/java");
        this.archive = ARCHIVES.get(windows ? 1 : 0);
    }

    /**
     * Creates the archive if the version requests one. A failure is a notice.
     *
     * @param former the version before, whose archive serves this one too if their runtimes are the same
     */
    static void make(
            StagedVersion staged, Supplier<Optional<BaseVersion>> former, Duration limit, ProgressListener progress)
            throws InterruptedException {
        CdsArchive cds = new CdsArchive(staged.directory());
        if (!cds.isRequested() || cds.exists()) {
            return;
        }
        Optional<BaseVersion> same = former.get()
                .filter(version -> runtime(version.files()).equals(runtime(BaseVersion.sorted(staged.files()))));
        try {
            if (same.isEmpty() || !cds.copy(same.get().folder())) {
                cds.dump(limit);
            }
        } catch (IOException e) {
            progress.notice(SLOWER + Printable.of(IoReason.of(e)));
        }
    }

    /**
     * Whether an installed version has an archive that cannot be used. Its virtual machine compares the archive with
     * its checksums and loads the main class; nothing of the program runs.
     */
    public static boolean isDamaged(Path directory) {
        CdsArchive cds = new CdsArchive(directory);
        if (!cds.isRequested() || !cds.exists()) {
            return false;
        }
        try {
            // Without the archive, it must work: otherwise something else is wrong, such as a missing library.
            return cds.fails("-Xshare:on", "-XX:+VerifySharedSpaces") && !cds.fails("-Xshare:off");
        } catch (IOException unknown) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Makes the archive of an installed version again, or removes it if that fails: the program starts without it.
     *
     * @throws IOException if it cannot be removed
     */
    public static void renew(Path directory, ProgressListener progress) throws IOException {
        CdsArchive cds = new CdsArchive(directory);
        try {
            cds.dump(SmokeRun.DEFAULT_LIMIT);
        } catch (IOException e) {
            Files.deleteIfExists(directory.resolve(cds.archive));
            progress.notice(SLOWER + Printable.of(IoReason.of(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<FileEntry> runtime(List<FileEntry> files) {
        return files.stream().filter(file -> file.path().startsWith("runtime/")).toList();
    }

    /**
     * Copies the archive of another version, if the virtual machine of this one accepts it. With a link, damage to one
     * of them would be damage to both.
     */
    private boolean copy(Path former) throws IOException {
        Path copy = directory.resolve(archive);
        try (InputStream content = Files.newInputStream(former.resolve(archive))) {
            DurableFiles.create(copy, content);
            FileModes.makeReadOnly(copy);
            DurableFiles.syncDirectory(copy.getParent());
            if (!isDamaged(directory)) {
                return true;
            }
        } catch (IOException cannotBeCopied) {
            // It is made instead.
        }
        Files.deleteIfExists(copy);
        return false;
    }

    private boolean isRequested() {
        return Files.isExecutable(java) && Files.isRegularFile(directory.resolve(CLASS_LIST));
    }

    private boolean exists() {
        return Files.exists(directory.resolve(archive));
    }

    /** A machine that is too busy tells nothing. */
    private boolean fails(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(List.of(options));
        String nowhere = File.separatorChar == '\\' ? "NUL" : "/dev/null";
        command.addAll(List.of("-XX:ErrorFile=" + nowhere, "-XX:-CreateCoredumpOnCrash", "--dry-run"));
        List<String> main = main();
        command.addAll(main.isEmpty() ? List.of("-version") : main);
        ProgramRun run = ProgramRun.of(command, directory, SmokeRun.DEFAULT_LIMIT);
        return run.exit().isPresent() && !run.succeeded();
    }

    private void dump(Duration limit) throws IOException, InterruptedException {
        String name = archive + ".tmp";
        Path temporary = directory.resolve(name);
        List<String> command = new ArrayList<>(List.of(
                java.toAbsolutePath().toString(),
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + CLASS_LIST,
                "-XX:SharedArchiveFile=" + name));
        command.addAll(main());
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

    /** The options that name the main class; none if the list does not. */
    private List<String> main() throws IOException {
        // Unlike Files.lines, a reader is not closed by an interruption, which would look like a damaged file.
        try (BufferedReader classes = Files.newBufferedReader(directory.resolve(CLASS_LIST))) {
            String first = classes.readLine();
            Matcher main = MAIN.matcher(first == null ? "" : first);
            return main.matches() ? List.of("-m", main.group(1)) : List.of();
        }
    }
}
