package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.FileEntry;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folders of the versions. A version is complete or absent, because it appears and disappears by a rename.
 *
 * <p>Its file list is written before; a list without a folder has no meaning.
 */
final class VersionStore {

    private final AppHome home;
    private final InstalledFiles lists;
    private final TreeRemoval removal;

    VersionStore(AppHome home) {
        this.home = home;
        this.lists = new InstalledFiles(home);
        this.removal = new TreeRemoval(home.stagingFolder());
    }

    /**
     * Places a staged version beside the others. If its folder exists already:
     *
     * <ul>
     *   <li>and is undamaged, with the same files: it is used;
     *   <li>with the same file list: it is repaired in place, each file by one rename, so that no moment is worse than
     *       the one before;
     *   <li>and another version is current: it is replaced, by one rename out and one in;
     *   <li>and it is current, with another file list: refused, because two releases of one version could only be
     *       exchanged with a gap or through a mixture of both.
     * </ul>
     */
    void place(InstallCandidate candidate, Optional<Version> current) throws IOException, InstallException {
        Version version = candidate.version();
        Path folder = home.version(version);
        if (!home.has(version)) {
            moveIn(candidate);
            return;
        }
        candidate.sync().await();
        Optional<List<FileEntry>> recorded = recorded(version);
        boolean same = recorded.isPresent() && Set.copyOf(recorded.get()).equals(Set.copyOf(candidate.files()));
        boolean intact = FileCheck.damages(folder, candidate.files()).isEmpty();
        if (same && intact) {
            return;
        }
        boolean isCurrent = current.equals(Optional.of(version));
        if (same || isCurrent && recorded.isEmpty()) {
            lists.write(version, candidate.files());
            repairInPlace(candidate.directory(), folder);
        } else if (!isCurrent) {
            replace(candidate);
        } else {
            throw new InstallException(
                    home.app() + " " + version + " is current, and this archive of the same version has other files",
                    "a version never changes once it is published: publish the change as a new version");
        }
    }

    /**
     * Removes a version that the receipt no longer names: out of sight by one rename if possible, then file by file. A
     * file in use stays in the staging folder for the next run.
     */
    void discard(Version version) throws IOException {
        boolean inUse = false;
        if (!moveOut(version)) {
            inUse = !removal.delete(home.version(version)).isEmpty();
            DurableFiles.syncDirectory(home.versionsFolder());
        }
        Files.deleteIfExists(home.fileList(version));
        if (!inUse) {
            DurableFiles.deleteTree(home.stagingFolder());
        }
    }

    /**
     * If the old folder cannot be renamed, the receipt drops it first: a half-deleted version must not look installed.
     */
    private void replace(InstallCandidate candidate) throws IOException, InstallException {
        Version version = candidate.version();
        if (!moveOut(version)) {
            ReceiptFile file = new ReceiptFile(home);
            Optional<Receipt> receipt = file.read();
            if (receipt.isPresent()) {
                file.write(receipt.get().only(other -> !other.equals(version)));
            }
            removal.delete(home.version(version));
        }
        moveIn(candidate);
    }

    private void moveIn(InstallCandidate candidate) throws IOException {
        lists.write(candidate.version(), candidate.files());
        DurableFiles.createDirectories(home.versionsFolder());
        candidate.sync().await();
        DurableFiles.move(candidate.directory(), home.version(candidate.version()), home.incomingFolder());
    }

    /**
     * Overlay file systems cannot rename folders of a lower layer, and versions may lie on another file system. Windows
     * denies access to a folder in which a program runs.
     */
    private boolean moveOut(Version version) throws IOException {
        DurableFiles.createDirectories(home.stagingFolder());
        try {
            DurableFiles.move(home.version(version), home.newStaging());
            return true;
        } catch (AtomicMoveNotSupportedException | AccessDeniedException e) {
            return false;
        }
    }

    /** An unreadable list counts as missing, because the candidate has a better one. */
    private Optional<List<FileEntry>> recorded(Version version) throws IOException {
        try {
            return lists.read(version);
        } catch (JsonException damaged) {
            return Optional.empty();
        }
    }

    /** Moves every staged file over its counterpart, including files without a record, which belong to this build. */
    private void repairInPlace(Path staged, Path folder) throws IOException {
        Files.walkFileTree(staged, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                DurableFiles.createDirectories(folder.resolve(staged.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                removal.replace(file, folder.resolve(staged.relativize(file)), home.incomingFolder());
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
