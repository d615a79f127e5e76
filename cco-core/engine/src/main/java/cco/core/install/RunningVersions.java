package cco.core.install;

import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the processes that run an installed version.
 *
 * <p>On Linux it reads the executable, the mapped files and the open files of each process from the proc file system.
 * On other systems it knows the executable alone. It finds no processes of other users.
 */
public final class RunningVersions {

    private static final Path PROC = Path.of("/proc");

    /** The pids of the processes by version. */
    private final SortedMap<Version, SortedSet<Long>> pids = new TreeMap<>();

    private final String prefix;

    private RunningVersions(String prefix) {
        this.prefix = prefix;
    }

    /** Finds the pids of all processes, by version. */
    public static SortedMap<Version, SortedSet<Long>> of(AppHome home) {
        return Files.isDirectory(PROC)
                ? of(home, PROC)
                : of(
                        home,
                        ProcessHandle.allProcesses()
                                .filter(process -> process.info().command().isPresent())
                                .collect(Collectors.toMap(
                                        ProcessHandle::pid,
                                        process -> process.info().command().get())));
    }

    /** Paths, unlike texts, compare as the system does: without case on Windows. */
    static SortedMap<Version, SortedSet<Long>> of(AppHome home, Map<Long, String> executables) {
        SortedMap<Version, SortedSet<Long>> running = new TreeMap<>();
        executables.forEach((pid, executable) -> {
            Path file = Path.of(executable);
            if (file.startsWith(home.versionsFolder())) {
                Path name = home.versionsFolder().relativize(file).getName(0);
                parsed(name.toString())
                        .ifPresent(version -> running.computeIfAbsent(version, _ -> new TreeSet<>())
                                .add(pid));
            }
        });
        return running;
    }

    static SortedMap<Version, SortedSet<Long>> of(AppHome home, Path proc) {
        RunningVersions running;
        try {
            running = new RunningVersions(home.versionsFolder().toRealPath() + "/");
        } catch (IOException none) {
            return new TreeMap<>();
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                running.inspect(process);
            }
        } catch (IOException | DirectoryIteratorException noProc) {
            return running.pids;
        }
        return running.pids;
    }

    private void inspect(Path process) {
        Set<Version> versions = new TreeSet<>();
        link(process.resolve("exe")).flatMap(this::version).ifPresent(versions::add);
        try (Stream<String> maps = Files.lines(process.resolve("maps"))) {
            maps.filter(line -> line.contains(prefix))
                    .map(line -> line.substring(line.indexOf(prefix)))
                    .forEach(file -> version(file).ifPresent(versions::add));
        } catch (IOException | RuntimeException endedOrForeign) {
            // A process of another user hides its files.
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            files.forEach(file -> link(file).flatMap(this::version).ifPresent(versions::add));
        } catch (IOException | RuntimeException endedOrForeign) {
            // The same.
        }
        long pid = Long.parseLong(process.getFileName().toString());
        versions.forEach(
                version -> pids.computeIfAbsent(version, _ -> new TreeSet<>()).add(pid));
    }

    private static Optional<String> link(Path link) {
        try {
            return Optional.of(Files.readSymbolicLink(link).toString());
        } catch (IOException | RuntimeException endedOrForeign) {
            return Optional.empty();
        }
    }

    private Optional<Version> version(String file) {
        if (!file.startsWith(prefix)) {
            return Optional.empty();
        }
        int end = file.indexOf('/', prefix.length());
        return end < 0 ? Optional.empty() : parsed(file.substring(prefix.length(), end));
    }

    private static Optional<Version> parsed(String name) {
        try {
            return Optional.of(Version.of(name));
        } catch (IllegalArgumentException noVersion) {
            return Optional.empty();
        }
    }
}
