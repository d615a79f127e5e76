package cco.installer.posix;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Atomic replacement of a symbolic link. POSIX cannot change the target of a link, and removing the link first would
 * leave a moment without one. So a new link is created beside the old one and renamed over it, which is atomic
 * (rename(2), POSIX.1-2024).
 */
final class AtomicLink {

    private static final String SUFFIX = ".new-link";

    private AtomicLink() {}

    /** Points {@code link} at {@code target}, durably. Replaces an existing link or file, but not a folder. */
    static void replace(Path link, Path target) throws IOException {
        removeStale(link);
        swap(link, target);
        sync(link.getParent());
    }

    /** Replaces the link without syncing it: after a power cut it may point at either target. */
    static void swap(Path link, Path target) throws IOException {
        Path temporary = link.resolveSibling("." + link.getFileName() + "." + UUID.randomUUID() + SUFFIX);
        Files.createSymbolicLink(temporary, target);
        try {
            Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Syncs the names in a folder to disk. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Removes the temporary links of processes that were killed before their rename. */
    private static void removeStale(Path link) throws IOException {
        String prefix = "." + link.getFileName() + ".";
        DirectoryStream.Filter<Path> stale =
                path -> path.getFileName().toString().startsWith(prefix)
                        && path.getFileName().toString().endsWith(SUFFIX)
                        && Files.isSymbolicLink(path);
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(link.getParent(), stale)) {
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }
}
