package cco.publisher.pack;

import cco.core.model.Platform;
import java.nio.file.Path;
import java.util.List;

/**
 * A packed build for one platform.
 *
 * @param archive a {@code .tar.gz} file, or a {@code .zip} file for Windows, with one top-level folder
 * @param executable the path of the program below the top-level folder
 * @param smokeArguments the arguments of the smoke run; empty if the program must not be started
 */
public record Build(Platform platform, Path archive, String executable, List<String> smokeArguments) {

    public Build {
        smokeArguments = List.copyOf(smokeArguments);
    }
}
