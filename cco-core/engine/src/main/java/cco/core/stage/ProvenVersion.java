package cco.core.stage;

import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Version;
import java.nio.file.Path;
import java.util.List;

/** A staged version that was started and said that it is the one wanted. Only {@link SmokeRun} makes one. */
public final class ProvenVersion {

    /** Where a version has its start-up archive, if it has one: in no list of files, with slashes. */
    public static final String STARTUP_ARCHIVE = CdsArchive.ARCHIVE;

    private final StagedVersion staged;

    ProvenVersion(StagedVersion staged) {
        this.staged = staged;
    }

    /** Whose version it is. */
    public AppName app() {
        return staged.app();
    }

    /** The version that the manifest says it is. */
    public Version version() {
        return staged.version();
    }

    /** The content of the archive's top-level folder. */
    public Path directory() {
        return staged.directory();
    }

    /** The program, relative to the folder, with its ending on Windows. */
    public String executable() {
        return staged.executable();
    }

    /** All regular files of the archive, in the order of their paths; a start-up archive is not among them. */
    public List<FileEntry> files() {
        return staged.files();
    }
}
