package cco.core.archive;

import cco.core.archive.EntryTree.Layout;
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
 * Unpacks a .tar.gz or .zip file into a new folder. If all entries lie in one top-level folder, it is left out.
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
        List<FileEntry> files = unpackSoon(archive, name, directory, progress);
        sync(name, directory);
        return files;
    }

    /**
     * Unpacks an archive as {@link #unpack} does, but does not wait for the disk: after a power cut, the folder may be
     * there in part.
     */
    public List<FileEntry> unpackSoon(Path archive, String name, Path directory, ProgressListener progress)
            throws CcoException {
        try {
            return unpack(archive, name, directory, Layout.NESTED, progress);
        } catch (FlatArchiveException flat) {
            return unpackFlat(archive, name, directory, progress);
        }
    }

    /** Unpacks an archive as {@link #unpack} does, but keeps its top-level folders; it may have any number of them. */
    public List<FileEntry> unpackWhole(Path archive, String name, Path directory, ProgressListener progress)
            throws CcoException {
        List<FileEntry> files = unpackFlat(archive, name, directory, progress);
        sync(name, directory);
        return files;
    }

    private List<FileEntry> unpackFlat(Path archive, String name, Path directory, ProgressListener progress)
            throws CcoException {
        try {
            return unpack(archive, name, directory, Layout.FLAT, progress);
        } catch (FlatArchiveException e) {
            throw new AssertionError("a flat archive may have any layout", e);
        }
    }

    private List<FileEntry> unpack(Path archive, String name, Path directory, Layout layout, ProgressListener progress)
            throws CcoException, FlatArchiveException {
        TargetFolder folder;
        try {
            DurableFiles.createDirectories(directory.toAbsolutePath().getParent());
            folder = new TargetFolder(directory);
        } catch (IOException e) {
            throw unwritable("cannot create the folder " + directory, e);
        }
        try (WriteBehind target = new WriteBehind(folder)) {
            List<FileEntry> files = read(archive, name, target, layout, progress);
            target.finish();
            return files;
        } catch (FlatArchiveException | CcoException | RuntimeException e) {
            remove(directory, e);
            throw e;
        } catch (IOException e) {
            throw notUnpacked(name, directory, e);
        }
    }

    private static void sync(String name, Path directory) throws InstallException {
        try {
            DurableFiles.syncTree(directory);
        } catch (IOException e) {
            throw notUnpacked(name, directory, e);
        }
    }

    /**
     * Checks an archive as {@link #unpack} does, without writing anything. It refuses a flat archive, which older
     * clients cannot unpack.
     *
     * @return the regular files, sorted by path
     */
    public List<FileEntry> inspect(Path archive, String name) throws CcoException {
        try {
            return read(archive, name, UnpackTarget.NOWHERE, Layout.NESTED, ProgressListener.NONE);
        } catch (FlatArchiveException flat) {
            throw refusal(name, new UnsafeArchiveException(ArchiveRule.OUTSIDE_TOP));
        } catch (IOException e) {
            throw new InstallException(
                    IoReason.explain("cannot read " + archive, e), "check the file and its permissions", e);
        }
    }

    private List<FileEntry> read(
            Path archive, String name, UnpackTarget target, Layout layout, ProgressListener progress)
            throws IOException, VerificationException {
        progress.began(ProgressListener.Phase.UNPACK, Files.size(archive));
        try (ArchiveReader reader = ArchiveReader.open(archive, name, limits)) {
            return new Unpacking(reader, new EntryTree(limits.entries(), layout), target, progress).run();
        } catch (UnsafeArchiveException e) {
            throw refusal(name, e);
        } catch (ZipException | EOFException e) {
            throw refusal(name, new UnsafeArchiveException(ArchiveRule.DAMAGED));
        }
    }

    /** An unknown format is not an attack. */
    private static VerificationException refusal(String name, UnsafeArchiveException e) {
        return e.rule() == ArchiveRule.UNKNOWN_FORMAT
                ? new VerificationException(
                        "cannot unpack " + name + ": " + e.rule().text(),
                        "ask the publisher for an archive in one of these formats",
                        e)
                : new VerificationException(name + ": " + e.getMessage(), HINT, e);
    }

    private static InstallException notUnpacked(String name, Path directory, IOException e) {
        remove(directory, e);
        return unwritable("cannot unpack " + name + " to " + directory, e);
    }

    private static InstallException unwritable(String what, IOException e) {
        return new InstallException(
                IoReason.explain(what, e), "check the free space and the permissions of that folder", e);
    }

    private static void remove(Path directory, Exception reason) {
        try {
            DurableFiles.deleteTree(directory);
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }
}
