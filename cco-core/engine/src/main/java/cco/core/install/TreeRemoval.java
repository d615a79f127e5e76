package cco.core.install;

import cco.core.disk.DurableFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deletes folders in which running programs may have files open.
 *
 * <p>Windows does not delete or replace such a file, but lets it be renamed. So it gets an unused name in a folder that
 * a later run empties.
 */
final class TreeRemoval {

    private final Path aside;

    /** @param aside the folder for files in use, on the same file system; created when it is needed */
    TreeRemoval(Path aside) {
        this.aside = aside;
    }

    /**
     * Deletes a file or a folder with its content, if it exists. It does not follow links.
     *
     * @return the files that were in use, under their new names
     * @throws IOException if a file can be neither deleted nor renamed
     */
    List<Path> delete(Path root) throws IOException {
        List<Path> inUse = new ArrayList<>();
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return inUse;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    inUse.add(moveAside(file, e));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
        return inUse;
    }

    /** Moves a file over another one, which may be in use. If it fails, the other one is in its place again. */
    void replace(Path file, Path target, Path incoming) throws IOException {
        try {
            DurableFiles.move(file, target, incoming);
        } catch (IOException e) {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw e; // It was moved, but the disk failed.
            }
            Path old = moveAside(target, e);
            try {
                DurableFiles.move(file, target, incoming);
            } catch (IOException again) {
                DurableFiles.move(old, target);
                throw again;
            }
        }
    }

    /** Deletes the files in the folder whose programs have ended. The others stay for a later run. */
    void deleteUnused() {
        if (!Files.isDirectory(aside)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(aside)) {
            for (Path file : files) {
                tryToDelete(file);
            }
        } catch (IOException unreadable) {
            return;
        }
        tryToDelete(aside);
    }

    private static void tryToDelete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillInUse) {
            // Its program runs on.
        }
    }

    private Path moveAside(Path file, IOException failure) throws IOException {
        Path unused = aside.resolve(UUID.randomUUID().toString());
        try {
            DurableFiles.createDirectories(aside);
            DurableFiles.move(file, unused);
            return unused;
        } catch (IOException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }
}
