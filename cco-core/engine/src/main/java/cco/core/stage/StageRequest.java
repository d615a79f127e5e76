package cco.core.stage;

import cco.core.fetch.VerifiedBlob;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/**
 * What to unpack, where to, and how to try it out.
 *
 * @param directory where to; must not exist, and lies on the file system of the versions
 * @param executable the program, relative to the archive's top-level folder
 * @param smokeArguments with which the program prints its version and exits; empty if it must not be run
 */
public record StageRequest(
        AppName app,
        Version version,
        Platform platform,
        VerifiedBlob archive,
        Path directory,
        String executable,
        List<String> smokeArguments) {

    public StageRequest {
        smokeArguments = List.copyOf(smokeArguments);
    }
}
