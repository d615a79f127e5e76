package cco.core.stage;

import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/** A version that is unpacked and synced to disk, but not started yet. Only {@link Stager} creates one. */
public final class StagedVersion {

    private final AppName app;
    private final Version version;
    private final Path directory;
    private final Programs programs;
    private final List<FileEntry> files;
    private final List<String> smokeArguments;

    StagedVersion(
            AppName app,
            Version version,
            Path directory,
            Programs programs,
            List<FileEntry> files,
            List<String> smokeArguments) {
        this.app = app;
        this.version = version;
        this.directory = directory;
        this.programs = programs;
        this.files = files;
        this.smokeArguments = smokeArguments;
    }

    /** The app. */
    public AppName app() {
        return app;
    }

    /** The version in the manifest. */
    public Version version() {
        return version;
    }

    /** The folder of the unpacked files. */
    public Path directory() {
        return directory;
    }

    /** The programs, by their paths in the folder, with their extensions on Windows. */
    public Programs programs() {
        return programs;
    }

    /** The regular files of the archive, sorted by path. */
    public List<FileEntry> files() {
        return files;
    }

    List<String> smokeArguments() {
        return smokeArguments;
    }

    /** Whether the program may be started as a test. */
    boolean mayRun() {
        return !smokeArguments.isEmpty();
    }
}
