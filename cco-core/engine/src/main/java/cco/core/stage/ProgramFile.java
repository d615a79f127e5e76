package cco.core.stage;

import cco.core.archive.EntryPath;
import cco.core.disk.FileModes;
import cco.core.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the program in a version's folder. */
public final class ProgramFile {

    private ProgramFile() {}

    /**
     * The program's path relative to the folder, if it is there and may be run. On Windows its name ends in .exe or
     * .cmd, which the given name need not say; there is no mode to look at.
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
