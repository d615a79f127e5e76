package cco.core.config;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileModes;
import cco.core.disk.FolderOwner;
import cco.core.disk.IoReason;
import cco.core.error.StorageException;
import cco.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/**
 * The place of the user's configuration on disk. A linked file stays linked, a private one private.
 *
 * @param file the file as the user knows it
 */
record ConfigPlace(Path file) {

    private static final int MAX_LINKS = 40;

    /** Refuses a file of another user. */
    void requireOwn() throws IOException, StorageException {
        FolderOwner.requireOwn(target());
    }

    void write(TomlDocument document) throws IOException {
        Path target = target();
        requireWritable(target);
        DurableFiles.deleteLeftovers(target);
        if (isPrivate(target, document)) {
            DurableFiles.writePrivate(target, document.bytes());
        } else {
            DurableFiles.write(target, document.bytes());
        }
    }

    void delete() throws IOException {
        Path target = target();
        if (Files.deleteIfExists(target)) {
            DurableFiles.syncDirectory(target.getParent());
        }
    }

    StorageException unwritable(IOException reason) {
        return new StorageException(
                IoReason.explain("cannot write the configuration file " + file, reason),
                "check the free space and the permissions of its folder; the file is unchanged",
                reason);
    }

    /** Others may read a file without secrets, as in a system-wide installation, unless it was private before. */
    private static boolean isPrivate(Path target, TomlDocument document) throws IOException {
        return Files.exists(target) && !FileModes.isShared(target)
                || document.values().entrySet().stream()
                        .anyMatch(entry -> Redaction.isSecret(entry.getKey(), entry.getValue()));
    }

    /** A rename would replace a read-only file, and even a device if root runs it. */
    private static void requireWritable(Path target) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new FileSystemException(target.toString(), null, "not a regular file");
        }
        PosixFileAttributeView view = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        if (view != null
                && Files.exists(target)
                && !view.readAttributes().permissions().contains(PosixFilePermission.OWNER_WRITE)) {
            throw new FileSystemException(target.toString(), null, "the file is read-only");
        }
    }

    /** The target of a link, so that a linked file stays linked. */
    private Path target() throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MAX_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }
}
