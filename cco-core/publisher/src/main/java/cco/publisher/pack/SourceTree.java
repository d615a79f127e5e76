package cco.publisher.pack;

import cco.core.archive.Checksums;
import cco.core.disk.FileDigest;
import cco.core.disk.FileModes;
import cco.core.error.UsageException;
import cco.core.model.FileEntry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a build folder, without checksums.sha256 in its root, which the packer creates again. */
final class SourceTree {

    /** An entry of the archive. */
    sealed interface Item {

        /** A folder. */
        record Folder() implements Item {}

        /** A symbolic link. */
        record Link(String target) implements Item {}

        /** A regular file with its size in bytes. */
        record RegularFile(Path file, long size, boolean executable) implements Item {}

        /** A file that the packer creates. */
        record Generated(byte[] bytes) implements Item {}
    }

    private final SortedMap<String, Item> items = new TreeMap<>();

    private SourceTree() {}

    /** Reads a folder without following links. */
    static SourceTree of(Path folder) throws IOException, UsageException {
        SourceTree tree = new SourceTree();
        List<Path> special = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                if (!directory.equals(folder)) {
                    tree.items.put(name(folder, directory), new Item.Folder());
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isOther()) {
                    special.add(file);
                } else {
                    tree.items.put(name(folder, file), item(file, attributes));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        if (!special.isEmpty()) {
            throw new UsageException(
                    "cannot pack " + special.getFirst() + ": it is a device, a pipe or a socket",
                    "remove it from the folder");
        }
        tree.items.remove(Checksums.NAME);
        return tree;
    }

    /** The entries by path, with slashes, in order. */
    SortedMap<String, Item> items() {
        return items;
    }

    /** The size of all regular files. */
    long bytes() {
        return items.values().stream()
                .mapToLong(item -> item instanceof Item.RegularFile file ? file.size() : 0)
                .sum();
    }

    /** All regular files with their digests, in order. */
    List<FileEntry> digests() throws IOException {
        List<FileEntry> files = new ArrayList<>();
        for (Map.Entry<String, Item> item : items.entrySet()) {
            if (item.getValue() instanceof Item.RegularFile(Path file, long size, boolean executable)) {
                files.add(new FileEntry(item.getKey(), size, executable, FileDigest.of(file)));
            }
        }
        return files;
    }

    private static String name(Path folder, Path file) {
        List<String> segments = new ArrayList<>();
        folder.relativize(file).forEach(segment -> segments.add(segment.toString()));
        return String.join("/", segments);
    }

    private static Item item(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isSymbolicLink()) {
            return new Item.Link(Files.readSymbolicLink(file).toString());
        }
        return new Item.RegularFile(file, attributes.size(), FileModes.isExecutable(file));
    }
}
