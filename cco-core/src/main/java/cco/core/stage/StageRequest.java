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
 * @param smokeArguments with which the program prints its version and exits
 * @param smoke whether to run it at all
 */
public record StageRequest(
        AppName app,
        Version version,
        Platform platform,
        VerifiedBlob archive,
        Path directory,
        String executable,
        List<String> smokeArguments,
        boolean smoke) {

    /** What nearly every program answers with its version. */
    public static final List<String> VERSION_ARGUMENTS = List.of("--version");

    public StageRequest {
        smokeArguments = List.copyOf(smokeArguments);
    }

    /** An app whose program has its name, and answers {@code --version}. */
    public static StageRequest of(
            AppName app, Version version, Platform platform, VerifiedBlob archive, Path directory) {
        return new StageRequest(
                app, version, platform, archive, directory, app.value(), VERSION_ARGUMENTS, true);
    }
}
