package cco.fuzz;

import cco.core.disk.DurableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for parsers that read files. */
public final class Scratch {

    private static final Path ROOT = create();

    private Scratch() {}

    /** Returns a path in the folder. */
    public static Path path(String name) {
        return ROOT.resolve(name);
    }

    /** Writes a file into the folder. */
    public static Path file(String name, byte[] content) throws IOException {
        Path file = ROOT.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static Path create() {
        try {
            Path root = Files.createTempDirectory("cco-fuzz");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(root)));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path root) {
        try {
            DurableFiles.deleteTree(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
