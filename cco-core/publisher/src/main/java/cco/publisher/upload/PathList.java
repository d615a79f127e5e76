package cco.publisher.upload;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** A temporary folder for what tools read and write. */
final class PathList {

    /** A use of a temporary folder. */
    @FunctionalInterface
    interface Use<T> {
        T in(Path folder) throws CcoException, IOException;
    }

    private PathList() {}

    /** Uses a temporary folder, then deletes it. */
    static <T> T inTemporaryFolder(Use<T> use) throws CcoException {
        try {
            Path folder = Files.createTempDirectory("cco-upload-");
            try {
                return use.in(folder);
            } finally {
                DurableFiles.deleteTree(folder);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot use the folder for temporary files", e),
                    "check its free space and permissions",
                    e);
        }
    }

    /** Writes paths for the option {@code --files-from}, one a line. */
    static String write(Path folder, Collection<String> paths) throws IOException {
        Path file = folder.resolve("paths");
        Files.deleteIfExists(file);
        byte[] lines = (String.join("\n", paths) + "\n").getBytes(StandardCharsets.UTF_8);
        DurableFiles.create(file, new ByteArrayInputStream(lines));
        return file.toString();
    }
}
