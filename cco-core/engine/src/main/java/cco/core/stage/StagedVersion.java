package cco.core.stage;

import cco.core.disk.PendingSync;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/**
 * A version that is unpacked, but not started yet. Its files can be used while they are synced to disk. Only
 * {@link Stager} creates one.
 */
public final class StagedVersion implements AutoCloseable {

    private final AppName app;
    private final Version version;
    private final Path directory;
    private final Programs programs;
    private final List<FileEntry> files;
    private final List<String> smokeArguments;
    private final PendingSync sync;

    StagedVersion(
            AppName app,
            Version version,
            Path directory,
            Programs programs,
            List<FileEntry> files,
            List<String> smokeArguments,
            PendingSync sync) {
        this.app = app;
        this.version = version;
        this.directory = directory;
        this.programs = programs;
        this.files = files;
        this.smokeArguments = smokeArguments;
        this.sync = sync;
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

    PendingSync sync() {
        return sync;
    }

    List<String> smokeArguments() {
        return smokeArguments;
    }

    /** Waits for the sync, so that the files can be deleted if they are not installed. */
    @Override
    public void close() {
        sync.close();
    }

    /** Whether the program may be started as a test. */
    boolean mayRun() {
        return !smokeArguments.isEmpty();
    }
}
