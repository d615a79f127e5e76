package cco.core.stage;

import cco.core.disk.PendingSync;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/** A staged version that started and printed its version. Only {@link SmokeRun} creates one. */
public final class ProvenVersion {

    /** The paths that the startup archive may have. It is optional and in no file list. */
    public static final List<String> STARTUP_ARCHIVES = CdsArchive.ARCHIVES;

    private final StagedVersion staged;

    ProvenVersion(StagedVersion staged) {
        this.staged = staged;
    }

    /** The app. */
    public AppName app() {
        return staged.app();
    }

    /** The version in the manifest. */
    public Version version() {
        return staged.version();
    }

    /** The folder of the unpacked files. */
    public Path directory() {
        return staged.directory();
    }

    /** The programs, by their paths in the folder, with their extensions on Windows. */
    public Programs programs() {
        return staged.programs();
    }

    /** The arguments of the smoke run; empty if the program must not be started. */
    public List<String> smokeArguments() {
        return staged.smokeArguments();
    }

    /** The sync of the unpacked files, without the startup archive, which is on disk. */
    public PendingSync sync() {
        return staged.sync();
    }

    /** The regular files of the archive, sorted by path, without the startup archive. */
    public List<FileEntry> files() {
        return staged.files();
    }
}
