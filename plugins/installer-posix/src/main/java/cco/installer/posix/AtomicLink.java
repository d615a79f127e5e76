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
 * Replaces a symbolic link in one step. POSIX has no call that changes where a link points, and removing it first would
 * leave a moment without one; so a new link is made beside it and renamed over it (rename(2) is atomic, POSIX.1-2024).
 */
final class AtomicLink {

    private static final String SUFFIX = ".new-link";

    private AtomicLink() {}

    /** Makes {@code link} point at {@code target}, durably. What stood there, unless it is a folder, is replaced. */
    static void replace(Path link, Path target) throws IOException {
        removeStale(link);
        swap(link, target);
        sync(link.getParent());
    }

    /** The replacement alone: after a power cut the link may point at either target. */
    static void swap(Path link, Path target) throws IOException {
        Path temporary = link.resolveSibling("." + link.getFileName() + "." + UUID.randomUUID() + SUFFIX);
        Files.createSymbolicLink(temporary, target);
        try {
            Files.move(temporary, link, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes the names in a folder durable. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A process that was killed before its rename has left its temporary link behind. */
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
