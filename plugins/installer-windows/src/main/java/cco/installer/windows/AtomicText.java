package cco.installer.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes small files completely or not at all: a synced temporary file, then one move. */
final class AtomicText {

    private static final String SUFFIX = ".new";

    private final FileMoves moves;

    AtomicText(FileMoves moves) {
        this.moves = moves;
    }

    /** Replaces a file. Deletes what killed processes have left beside it. */
    void replace(Path file, byte[] text) throws IOException {
        removeStale(file);
        Path temporary = write(file, text);
        try {
            moves.replace(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Creates a file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if another program has created it in the meantime
     */
    void create(Path file, byte[] text) throws IOException {
        Path temporary = write(file, text);
        try {
            moves.move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path write(Path file, byte[] text) throws IOException {
        Path temporary = file.resolveSibling(prefix(file) + UUID.randomUUID() + SUFFIX);
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(text);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        return temporary;
    }

    private static void removeStale(Path file) throws IOException {
        DirectoryStream.Filter<Path> stale = path -> {
            String name = path.getFileName().toString();
            return name.startsWith(prefix(file)) && name.endsWith(SUFFIX);
        };
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(file.getParent(), stale)) {
            for (Path path : paths) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String prefix(Path file) {
        return "." + file.getFileName() + ".";
    }
}
