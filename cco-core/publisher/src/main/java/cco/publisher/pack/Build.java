package cco.publisher.pack;

import cco.core.model.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * A program, built and packed for one platform.
 *
 * @param archive a {@code .tar.gz} file, or a {@code .zip} file for Windows, with one top-level folder
 * @param executable the program that users start, as a path below the top-level folder
 * @param smokeArguments with what the program is started to prove that it runs; empty if it must not be started
 */
public record Build(Platform platform, Path archive, String executable, List<String> smokeArguments) {

    public Build {
        smokeArguments = List.copyOf(smokeArguments);
    }
}
