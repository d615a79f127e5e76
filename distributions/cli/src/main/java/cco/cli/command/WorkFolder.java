package cco.cli.command;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A temporary folder in cco's cache, because a repository may be served meanwhile. */
final class WorkFolder {

    /** A use of the folder. */
    @FunctionalInterface
    interface Use<T> {
        T in(Path folder) throws CcoException;
    }

    private WorkFolder() {}

    /**
     * Uses a new folder, then deletes it.
     *
     * @throws StorageException if the cache cannot be written
     */
    static <T> T in(Path cache, Use<T> use) throws CcoException {
        try {
            DurableFiles.createDirectories(cache);
            Path work = Files.createTempDirectory(cache, "publish-");
            try {
                return use.in(work);
            } finally {
                DurableFiles.deleteTree(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    "cannot write " + cache + ": " + IoReason.of(e), "check its free space and permissions", e);
        }
    }
}
