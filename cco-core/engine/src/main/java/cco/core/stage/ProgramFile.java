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
     * Finds the path of an executable program in a folder. On Windows, where files have no mode, the name may lack .exe
     * or .cmd.
     */
    public static Optional<String> find(Path folder, String name, Platform platform) {
        List<String> names = platform.isWindows() ? List.of(name, name + ".exe", name + ".cmd") : List.of(name);
        return names.stream()
                .filter(candidate -> isProgram(folder, candidate, platform))
                .findFirst();
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
