package cco.core.stage;

import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/** A version that is unpacked, complete and synced to disk, but has not been run yet. Only {@link Stager} makes one. */
public final class StagedVersion {

    private final AppName app;
    private final Version version;
    private final Path directory;
    private final String executable;
    private final List<FileEntry> files;
    private final List<String> smokeArguments;

    StagedVersion(
            AppName app,
            Version version,
            Path directory,
            String executable,
            List<FileEntry> files,
            List<String> smokeArguments) {
        this.app = app;
        this.version = version;
        this.directory = directory;
        this.executable = executable;
        this.files = files;
        this.smokeArguments = smokeArguments;
    }

    /** Whose version it is. */
    public AppName app() {
        return app;
    }

    /** The version that the manifest says it is. */
    public Version version() {
        return version;
    }

    /** The content of the archive's top-level folder. */
    public Path directory() {
        return directory;
    }

    /** The program, relative to the folder, with its ending on Windows. */
    public String executable() {
        return executable;
    }

    /** All regular files of the archive, in the order of their paths. */
    public List<FileEntry> files() {
        return files;
    }

    List<String> smokeArguments() {
        return smokeArguments;
    }

    /** Whether it may be run to be tried. */
    boolean mayRun() {
        return !smokeArguments.isEmpty();
    }
}
