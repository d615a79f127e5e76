package cco.core.stage;

import cco.core.archive.CheckedFolder;
import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaApplier;
import cco.core.delta.DeltaException;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.disk.PendingSync;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Unpacks a verified archive into a new folder, completely or not at all. */
public final class Stager {

    private final Unpacker unpacker;

    /** Creates a stager with limits for archives. */
    public Stager(UnpackLimits limits) {
        this.unpacker = new Unpacker(limits);
    }

    /**
     * Unpacks the archive and finds its programs.
     *
     * @throws VerificationException if the archive breaks a rule or lacks a program
     * @throws InstallException if the folder cannot be written
     */
    public StagedVersion stage(StageRequest request, ProgressListener progress) throws CcoException {
        return stage(request, request.archive().path(), request.archive().name(), progress);
    }

    StagedVersion stage(StageRequest request, Path archive, String name, ProgressListener progress)
            throws CcoException {
        return staged(request, name, unpacker.unpackSoon(archive, name, request.directory(), progress));
    }

    private static StagedVersion staged(StageRequest request, String name, List<FileEntry> files) throws CcoException {
        return new StagedVersion(
                request.app(),
                request.version(),
                request.directory(),
                programs(request, name),
                files,
                request.smokeArguments(),
                PendingSync.start(request.directory()));
    }

    private static Programs programs(StageRequest request, String name) throws CcoException {
        Map<String, String> commands = new HashMap<>();
        for (Map.Entry<String, String> command : request.programs().commands().entrySet()) {
            commands.put(command.getKey(), program(request, command.getValue(), name));
        }
        return Programs.of(program(request, request.programs().executable(), name), commands)
                .checkedBy(request.programs().healthArguments());
    }

    private static String program(StageRequest request, String path, String name) throws CcoException {
        Optional<String> program = ProgramFile.find(request.directory(), path, request.platform());
        if (program.isEmpty()) {
            remove(request.directory());
            throw new VerificationException(
                    name + " has no executable file '" + path + "' in its top-level folder",
                    "report this to the publisher of " + request.app());
        }
        return program.get();
    }

    /**
     * Makes the version from an installed one, with a delta in the archive's place.
     *
     * @param files every file of the version, from its verified list
     * @throws DeltaException if the delta does not lead from the installed version to these files; nothing is left
     * @throws InstallException if the folder cannot be written
     */
    public StagedVersion patch(StageRequest request, BaseVersion base, List<FileEntry> files, ProgressListener progress)
            throws CcoException, DeltaException {
        progress.began(ProgressListener.Phase.UNPACK, -1);
        CheckedFolder folder = create(request.directory());
        try {
            new DeltaApplier(base, files, folder).apply(request.archive().path());
            return staged(request, request.archive().name(), files);
        } catch (IOException e) {
            remove(request.directory());
            throw unwritable(request.directory(), e);
        } catch (DeltaException e) {
            remove(request.directory());
            throw e;
        }
    }

    /** Fails before anything is removed: a folder that exists is another version's. */
    private static CheckedFolder create(Path directory) throws InstallException {
        try {
            DurableFiles.createDirectories(directory.toAbsolutePath().getParent());
            return new CheckedFolder(directory, UnpackLimits.DEFAULT);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    private static InstallException unwritable(Path directory, IOException e) {
        return new InstallException(
                IoReason.explain("cannot write " + directory, e),
                "check the free space and the permissions of that folder",
                e);
    }

    private static void remove(Path directory) throws InstallException {
        try {
            DurableFiles.deleteTree(directory);
        } catch (IOException e) {
            throw new InstallException(IoReason.explain("cannot delete " + directory, e), "delete it yourself", e);
        }
    }
}
