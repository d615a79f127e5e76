package cco.core.manifest;

import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.util.List;

/**
 * What is inside an archive ({@code *.files.json}), paths below the archive's top-level folder.
 *
 * @param executable the path of the program that users start
 * @param smokeArguments with what the program is started to prove that it runs; empty if it must not be started
 * @param files every regular file
 */
public record FileList(
        AppName app,
        Version version,
        Platform platform,
        String executable,
        List<String> smokeArguments,
        List<FileEntry> files) {

    /** What nearly every program answers with its version. */
    public static final List<String> VERSION_ARGUMENTS = List.of("--version");

    public FileList {
        smokeArguments = List.copyOf(smokeArguments);
        files = List.copyOf(files);
    }
}
