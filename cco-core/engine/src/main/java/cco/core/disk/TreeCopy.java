package cco.core.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/** Copies a file or folder with its modes and links, and syncs the copy. */
final class TreeCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;

    private TreeCopy(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new TreeCopy(from, to));
        DurableFiles.syncTree(to);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        copyOne(folder);
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        copyOne(file);
        return FileVisitResult.CONTINUE;
    }

    private void copyOne(Path path) throws IOException {
        Files.copy(path, target(path), StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }

    private Path target(Path path) {
        return path.equals(from) ? to : to.resolve(from.relativize(path).toString());
    }
}
