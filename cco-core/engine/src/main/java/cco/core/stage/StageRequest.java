package cco.core.stage;

import cco.core.fetch.VerifiedBlob;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/**
 * A request to unpack and test a version.
 *
 * @param directory the folder to create, on the file system of the versions
 * @param programs the programs, by their paths in the archive's top-level folder
 * @param smokeArguments the arguments that make the program print its version; empty if it must not be started
 */
public record StageRequest(
        AppName app,
        Version version,
        Platform platform,
        VerifiedBlob archive,
        Path directory,
        Programs programs,
        List<String> smokeArguments) {

    public StageRequest {
        smokeArguments = List.copyOf(smokeArguments);
    }
}
