package cco.publisher.pack;

import cco.core.model.Platform;
import cco.core.model.Programs;
import java.nio.file.Path;
import java.util.List;

/**
 * A packed build for one platform.
 *
 * @param archive a {@code .tar.gz} file, or a {@code .zip} file for Windows, with one top-level folder
 * @param programs the programs, by their paths below the top-level folder
 * @param smokeArguments the arguments of the smoke run; empty if the program must not be started
 */
public record Build(Platform platform, Path archive, Programs programs, List<String> smokeArguments) {

    public Build {
        smokeArguments = List.copyOf(smokeArguments);
    }
}
