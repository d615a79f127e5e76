package cco.publisher.publish;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A copy of a repository, to try a change in. Its files are hard links where possible: a publisher replaces files and
 * never writes into one, so the repository itself does not change.
 */
public final class RepositoryCopy {

    private RepositoryCopy() {}

    /**
     * Copies a repository; a missing one gives an empty folder.
     *
     * @throws StorageException if it cannot be read, or the copy cannot be written
     */
    public static void of(Path repository, Path copy) throws StorageException {
        try {
            DurableFiles.createDirectories(copy);
            if (Files.isDirectory(repository)) {
                try (Stream<Path> paths = Files.walk(repository)) {
                    for (Path file : paths.filter(Files::isRegularFile).toList()) {
                        copy(file, copy.resolve(repository.relativize(file).toString()));
                    }
                }
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot copy " + repository, e), "check the free space and permissions", e);
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        if (file.getFileName().toString().equals(".lock")) {
            return;
        }
        DurableFiles.createDirectories(to.getParent());
        try {
            Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException e) {
            try (InputStream content = Files.newInputStream(file)) {
                DurableFiles.create(to, content);
            }
        }
    }
}
