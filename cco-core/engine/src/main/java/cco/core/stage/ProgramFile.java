package cco.core.stage;

import cco.core.archive.EntryPath;
import cco.core.disk.FileModes;
import cco.core.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the program of a version. */
public final class ProgramFile {

    private ProgramFile() {}

    /**
     * Finds the path of an executable program in a folder. On Windows, where files have no mode, the name may lack its
     * extension.
     */
    public static Optional<String> find(Path folder, String name, Platform platform) {
        return names(name, platform).stream()
                .filter(candidate -> isProgram(folder, candidate, platform))
                .findFirst();
    }

    /**
     * Lists the files that a program may be, the preferred one first. Many programs ship a script for other systems
     * under the same name, so on Windows a file with an extension comes before it.
     */
    public static List<String> names(String name, Platform platform) {
        return platform.isWindows() ? List.of(name + ".exe", name + ".cmd", name + ".bat", name) : List.of(name);
    }

    private static boolean isProgram(Path folder, String name, Platform platform) {
        try {
            Path file = EntryPath.of(name).in(folder);
            return Files.isRegularFile(file) && (platform.isWindows() || FileModes.isExecutable(file));
        } catch (IOException e) {
            return false;
        }
    }
}
