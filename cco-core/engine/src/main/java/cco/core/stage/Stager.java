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

/** Turns a verified archive into a folder that holds a version, complete and synced to disk, or into nothing. */
public final class Stager {

    private final Unpacker unpacker;

    /** A stager that refuses archives beyond these limits. */
    public Stager(UnpackLimits limits) {
        this.unpacker = new Unpacker(limits);
    }

    /**
     * Unpacks the archive and looks for the program in it.
     *
     * @throws VerificationException if the archive breaks a rule, or holds no such program
     * @throws InstallException if the folder could not be written
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
                    name + ": holds no executable file '" + request.executable() + "' in its top-level folder",
                    "tell the publisher of " + request.app());
        }
        return new StagedVersion(
                request.app(), request.version(), request.directory(), program.get(), files, request.smokeArguments());
    }

    private static void remove(Path directory) throws InstallException {
        try {
            DurableFiles.deleteTree(directory);
        } catch (IOException e) {
            throw new InstallException("cannot delete " + directory + ": " + IoReason.of(e), "delete it by hand", e);
        }
    }
}
