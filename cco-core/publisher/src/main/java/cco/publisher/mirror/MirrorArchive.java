package cco.publisher.mirror;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.publisher.pack.ArchiveWriter;
import cco.publisher.pack.TarWriter;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/**
 * A {@code .tar.gz} file with the files of a mirror. It proves nothing by itself: an import verifies every file in it
 * with the publisher's keys, so that it may travel on any medium.
 */
public final class MirrorArchive {

    /** A repository with thousands of versions. */
    private static final UnpackLimits LIMITS = new UnpackLimits(1_000_000, 1L << 42, 200);

    /** The second names of files below a folder. The import makes them again, as links. */
    private static final Pattern SECOND_NAME = Pattern.compile(".+/[0-9a-f]{64}\\.[^/]+");

    private final Path file;

    /** An archive, which need not exist. */
    public MirrorArchive(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** The folder of the mirror to pack, beside the archive; it remains after a failure, to continue there. */
    public Path folder() {
        return file.resolveSibling(file.getFileName() + ".partial");
    }

    /**
     * Packs the {@link #folder} and removes it.
     *
     * @return the size of the archive in bytes
     * @throws StorageException if it cannot be written
     */
    public long pack(AppName app) throws StorageException {
        Path temporary = folder().resolve(".mirror").resolve("export.tmp");
        try {
            Files.deleteIfExists(temporary);
            try (FileChannel channel =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    ArchiveWriter tar =
                            new TarWriter(Channels.newOutputStream(channel), Instant.EPOCH, Deflater.BEST_SPEED)) {
                tar.folder(app.value());
                for (String path : files()) {
                    add(tar, app + "/" + path, folder().resolve(path));
                }
            }
            DurableFiles.syncFile(temporary);
            DurableFiles.move(temporary, file);
            DurableFiles.deleteTree(folder());
            return Files.size(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile)
                    .map(path -> folder().relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".mirror/"))
                    .filter(path -> !SECOND_NAME.matcher(path).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void add(ArchiveWriter tar, String name, Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            tar.file(name, false, Files.size(path), content);
        }
    }

    /**
     * Unpacks the archive beside a mirror, for an import into it.
     *
     * @param mirror the folder of the mirror
     * @throws CcoException if the file is not such an archive, or breaks a rule for archives
     */
    public Unpacked unpack(Path mirror, ProgressListener progress) throws CcoException {
        Path folder = mirror.toAbsolutePath().resolve(".mirror").resolve("import");
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file " + file, "pass the file that `cco mirror export` wrote");
        }
        try {
            DurableFiles.deleteTree(folder);
        } catch (IOException e) {
            throw unusable(folder, e);
        }
        new Unpacker(LIMITS).unpack(file, file.getFileName().toString(), folder, progress);
        return new Unpacked(folder, app(folder));
    }

    /** Only for the choice of the app; the import verifies the manifest. */
    private AppName app(Path folder) throws UsageException {
        try {
            String name = Json.parse(Files.readAllBytes(folder.resolve(ReleaseRepository.MANIFEST)))
                    .text("app");
            if (AppName.isValid(name)) {
                return new AppName(name);
            }
        } catch (IOException | JsonException e) {
            // Told below, like a bad name.
        }
        throw new UsageException(
                file + " does not contain a release repository", "pass the file that `cco mirror export` wrote");
    }

    private static StorageException unusable(Path file, IOException e) {
        return new StorageException(
                IoReason.explain("cannot write " + file, e), "check the free space and the permissions there", e);
    }

    /**
     * The unpacked files, removed when closed.
     *
     * @param folder their folder
     * @param app the app that the archive says it has
     */
    public record Unpacked(Path folder, AppName app) implements AutoCloseable {

        /** Removes the files. */
        @Override
        public void close() throws StorageException {
            try {
                DurableFiles.deleteTree(folder);
            } catch (IOException e) {
                throw unusable(folder, e);
            }
        }
    }
}
