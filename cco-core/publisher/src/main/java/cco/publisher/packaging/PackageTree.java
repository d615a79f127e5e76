package cco.publisher.packaging;

import cco.core.disk.DurableFiles;
import cco.publisher.pack.ArchiveWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files that a package installs, by their paths below the root of the file system, without a leading slash. */
final class PackageTree {

    /** A file or a link. */
    sealed interface Item {

        /** A file with this content. */
        record Text(byte[] content, boolean executable) implements Item {}

        /** A copy of a file. */
        record Copy(Path file, long size, boolean executable) implements Item {}

        /** A symbolic link. */
        record Link(String target) implements Item {}
    }

    private final SortedMap<String, Item> items = new TreeMap<>();

    void put(String path, Item item) {
        items.put(path, item);
    }

    SortedMap<String, Item> items() {
        return items;
    }

    /** All folders, each after the one that contains it. */
    SortedSet<String> folders() {
        SortedSet<String> folders = new TreeSet<>();
        for (String path : items.keySet()) {
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                folders.add(path.substring(0, slash));
            }
        }
        return folders;
    }

    /** The size of all files in bytes. */
    long size() throws IOException {
        long size = 0;
        for (Item item : items.values()) {
            size += switch (item) {
                case Item.Text(byte[] content, boolean _) -> content.length;
                case Item.Copy(Path _, long bytes, boolean _) -> bytes;
                case Item.Link _ -> 0;
            };
        }
        return size;
    }

    /** The content of a file; empty for a link. */
    static InputStream open(Item item) throws IOException {
        return switch (item) {
            case Item.Text(byte[] content, boolean _) -> new ByteArrayInputStream(content);
            case Item.Copy(Path file, long _, boolean _) -> Files.newInputStream(file);
            case Item.Link _ -> InputStream.nullInputStream();
        };
    }

    /** Writes folders and files into an archive, below a folder. */
    void writeTo(ArchiveWriter archive, String top) throws IOException {
        archive.folder(top);
        for (String folder : folders()) {
            archive.folder(top + "/" + folder);
        }
        for (Map.Entry<String, Item> entry : items.entrySet()) {
            String name = top + "/" + entry.getKey();
            switch (entry.getValue()) {
                case Item.Link(String target) -> archive.link(name, target);
                case Item.Text(byte[] content, boolean executable) ->
                    archive.file(name, executable, content.length, new ByteArrayInputStream(content));
                case Item.Copy(Path file, long size, boolean executable) -> {
                    try (InputStream content = Files.newInputStream(file)) {
                        archive.file(name, executable, size, content);
                    }
                }
            }
        }
    }

    /** Writes folders and files into a new folder. */
    void writeTo(Path folder) throws IOException {
        DurableFiles.createDirectories(folder);
        for (Map.Entry<String, Item> entry : items.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            DurableFiles.createDirectories(file.getParent());
            switch (entry.getValue()) {
                case Item.Link(String target) -> Files.createSymbolicLink(file, Path.of(target));
                case Item.Text(byte[] _, boolean executable) -> write(file, entry.getValue(), executable);
                case Item.Copy(Path _, long _, boolean executable) -> write(file, entry.getValue(), executable);
            }
        }
    }

    private static void write(Path file, Item item, boolean executable) throws IOException {
        try (InputStream content = open(item)) {
            DurableFiles.create(file, content);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(
                    file, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
