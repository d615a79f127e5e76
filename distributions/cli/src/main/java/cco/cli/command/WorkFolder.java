package cco.cli.command;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A temporary folder in cco's cache, because a repository may be served meanwhile. */
final class WorkFolder {

    /** A use of the folder. */
    @FunctionalInterface
    interface Use<T> {
        T in(Path folder) throws CcoException;
    }

    private static final String PREFIX = "publish-";

    /** No command works as long as this: an older folder was left by one that was killed. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private WorkFolder() {}

    /**
     * Uses a new folder, then deletes it.
     *
     * @throws StorageException if the cache cannot be written
     */
    static <T> T in(Path cache, Use<T> use) throws CcoException {
        try {
            DurableFiles.createDirectories(cache);
            Path work = Files.createTempDirectory(cache, PREFIX);
            try {
                removeAbandoned(cache, Files.getLastModifiedTime(work).toInstant());
                return use.in(work);
            } finally {
                DurableFiles.deleteTree(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write " + cache, e), "check its free space and permissions", e);
        }
    }

    private static void removeAbandoned(Path cache, Instant now) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(now.minus(ABANDONED))) {
                    DurableFiles.deleteTree(folder);
                }
            }
        }
    }
}
