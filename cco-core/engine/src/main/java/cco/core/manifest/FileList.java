package cco.core.manifest;

import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.util.List;

/**
 * The content of an archive ({@code *.files.json}), with paths below its top-level folder.
 *
 * @param app the app in the archive
 * @param version the version in the archive
 * @param platform the platform that the archive is built for
 * @param programs the programs that users start
 * @param smokeArguments the arguments of the smoke test; empty if the program must not be started
 * @param files all regular files
 */
public record FileList(
        AppName app,
        Version version,
        Platform platform,
        Programs programs,
        List<String> smokeArguments,
        List<FileEntry> files) {

    /** The arguments that make most programs print their version. */
    public static final List<String> VERSION_ARGUMENTS = List.of("--version");

    /** Creates a list with unmodifiable copies of its arguments and files. */
    public FileList {
        smokeArguments = List.copyOf(smokeArguments);
        files = List.copyOf(files);
    }
}
