package cco.core.archive;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Unpacks a .tar.gz or .zip file into a new folder, without its one top-level folder.
 *
 * <p>All or nothing: the folder is complete and synced to disk, or it does not exist. Nothing outside it is touched.
 */
public final class Unpacker {

    private static final String HINT = "do not unpack this archive; report it to the publisher";

    private final UnpackLimits limits;

    /** Creates an unpacker with limits. */
    public Unpacker(UnpackLimits limits) {
        this.limits = limits;
    }

    /**
     * Unpacks an archive.
     *
     * @param name the file name of the archive, for its format and for messages
     * @param directory the folder to create
     * @return the regular files, sorted by path
     * @throws VerificationException if the archive breaks a rule
     * @throws InstallException if the archive cannot be read or the folder cannot be written
     */
    public List<FileEntry> unpack(Path archive, String name, Path directory, ProgressListener progress)
            throws CcoException {
        return unpack(archive, name, directory, new EntryTree(limits.entries()), progress);
    }

    /** Unpacks an archive as {@link #unpack} does, but keeps its top-level folders; it may have any number of them. */
    public List<FileEntry> unpackWhole(Path archive, String name, Path directory, ProgressListener progress)
            throws CcoException {
        return unpack(archive, name, directory, EntryTree.keepingTop(limits.entries()), progress);
    }

    private List<FileEntry> unpack(Path archive, String name, Path directory, EntryTree tree, ProgressListener progress)
            throws CcoException {
        TargetFolder folder;
        try {
            DurableFiles.createDirectories(directory.toAbsolutePath().getParent());
            folder = new TargetFolder(directory);
        } catch (IOException e) {
            throw unwritable("cannot create the folder " + directory, e);
        }
        try {
            return read(archive, name, folder, tree, progress);
        } catch (IOException e) {
            remove(directory, e);
            throw unwritable("cannot unpack " + name + " to " + directory, e);
        } catch (CcoException | RuntimeException e) {
            remove(directory, e);
            throw e;
        }
    }

    /**
     * Checks an archive as {@link #unpack} does, without writing anything.
     *
     * @return the regular files, sorted by path
     */
    public List<FileEntry> inspect(Path archive, String name) throws CcoException {
        try {
            return read(archive, name, UnpackTarget.NOWHERE, new EntryTree(limits.entries()), ProgressListener.NONE);
        } catch (IOException e) {
            throw new InstallException(
                    "cannot read " + archive + ": " + IoReason.of(e), "check the file and its permissions", e);
        }
    }

    private List<FileEntry> read(
            Path archive, String name, UnpackTarget target, EntryTree tree, ProgressListener progress)
            throws IOException, VerificationException {
        progress.began(ProgressListener.Phase.UNPACK, Files.size(archive));
        try (ArchiveReader reader = ArchiveReader.open(archive, name, limits)) {
            return new Unpacking(reader, tree, target, progress).run();
        } catch (UnsafeArchiveException e) {
            throw new VerificationException(name + ": " + e.getMessage(), HINT, e);
        } catch (ZipException | EOFException e) {
            throw new VerificationException(
                    name + ": " + new UnsafeArchiveException(ArchiveRule.DAMAGED).getMessage(), HINT, e);
        }
    }

    private static InstallException unwritable(String what, IOException e) {
        return new InstallException(
                what + ": " + IoReason.of(e), "check the free space and the permissions of that folder", e);
    }

    private static void remove(Path directory, Exception reason) {
        try {
            DurableFiles.deleteTree(directory);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
