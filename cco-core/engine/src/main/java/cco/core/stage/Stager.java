package cco.core.stage;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Unpacks a verified archive into a new folder, completely or not at all. */
public final class Stager {

    private final Unpacker unpacker;

    /** Creates a stager with limits for archives. */
    public Stager(UnpackLimits limits) {
        this.unpacker = new Unpacker(limits);
    }

    /**
     * Unpacks the archive and finds its program.
     *
     * @throws VerificationException if the archive breaks a rule or lacks the program
     * @throws InstallException if the folder cannot be written
     */
    public StagedVersion stage(StageRequest request, ProgressListener progress) throws CcoException {
        return stage(request, request.archive().path(), request.archive().name(), progress);
    }

    StagedVersion stage(StageRequest request, Path archive, String name, ProgressListener progress)
            throws CcoException {
        List<FileEntry> files = unpacker.unpack(archive, name, request.directory(), progress);
        Optional<String> program = ProgramFile.find(request.directory(), request.executable(), request.platform());
        if (program.isEmpty()) {
            remove(request.directory());
            throw new VerificationException(
                    name + " has no executable file '" + request.executable() + "' in its top-level folder",
                    "report this to the publisher of " + request.app());
        }
        return new StagedVersion(
                request.app(), request.version(), request.directory(), program.get(), files, request.smokeArguments());
    }

    private static void remove(Path directory) throws InstallException {
        try {
            DurableFiles.deleteTree(directory);
        } catch (IOException e) {
            throw new InstallException("cannot delete " + directory + ": " + IoReason.of(e), "delete it yourself", e);
        }
    }
}
