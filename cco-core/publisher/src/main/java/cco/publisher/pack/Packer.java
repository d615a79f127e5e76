package cco.publisher.pack;

import cco.core.archive.Checksums;
import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.DataSize;
import cco.core.model.Platform;
import cco.core.stage.ProgramFile;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packs a build into a release archive: a .zip file for Windows, a .tar.gz file for other platforms. The same build
 * gives the same bytes: one top-level folder, sorted entries, no owners, one time, and a checksums.sha256 that lists
 * every file. The packer reads the finished archive with the code of an update, so that a client will accept it.
 */
public final class Packer {

    /** The top-level folder and the checksums. */
    private static final int ADDED_ENTRIES = 2;

    private final UnpackLimits limits;
    private final Unpacker unpacker;

    /** A packer of archives within the limits of updates. */
    public Packer() {
        this(UnpackLimits.DEFAULT);
    }

    Packer(UnpackLimits limits) {
        this.limits = limits;
        this.unpacker = new Unpacker(limits);
    }

    /**
     * Packs a build, replacing an archive of that name.
     *
     * @return the archive, in the output folder
     * @throws UsageException if the build lacks its program, or holds what an update refuses
     */
    public Path pack(PackRequest request, Path outputDirectory) throws CcoException {
        Path folder = request.folder().toAbsolutePath().normalize();
        Path output = outputDirectory.toAbsolutePath().normalize();
        check(request, folder, output);
        Path archive = output.resolve(request.name().archive());
        Path temporary = output.resolve(request.name().archive() + ".tmp");
        try {
            DurableFiles.createDirectories(output);
            try {
                SourceTree tree = SourceTree.of(folder);
                requireWithinLimits(tree, request.platform());
                write(request, tree, temporary);
                unpacker.inspect(temporary, request.name().archive());
                DurableFiles.syncFile(temporary);
                DurableFiles.move(temporary, archive);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (VerificationException e) {
            throw new UsageException(
                    "updates would refuse " + e.getMessage(), "change the build, then pack it again", e);
        } catch (UnfitBuildException e) {
            throw new UsageException(
                    "cannot pack " + folder + ": " + e.getMessage(), "change the build, then pack it again", e);
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot pack " + folder + " into " + archive, e),
                    "check both folders and the free space",
                    e);
        }
        return archive;
    }

    private static void check(PackRequest request, Path folder, Path output) throws UsageException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(folder + " is not a folder", "give the folder of the build");
        }
        if (output.startsWith(folder)) {
            throw new UsageException(
                    "cannot write the archive into " + folder + ", which is being packed",
                    "choose an output folder outside it");
        }
        requireProgram(request, request.programs().executable(), "name the program with --executable");
        for (String program : request.programs().commands().values()) {
            requireProgram(request, program, "name its path in the folder with --command NAME=PATH");
        }
    }

    private static void requireProgram(PackRequest request, String path, String hint) throws UsageException {
        if (ProgramFile.find(request.folder(), path, request.platform()).isEmpty()) {
            Path program = request.folder().toAbsolutePath().normalize().resolve(path);
            throw new UsageException(
                    program + " is not an executable file",
                    Files.exists(program) ? "make it executable with chmod +x" : hint);
        }
    }

    /** Updates would refuse the archive, and packing so much takes long. */
    private void requireWithinLimits(SourceTree tree, Platform platform) throws UnfitBuildException {
        int entries = platform.isWindows() ? Math.min(limits.entries(), ZipWriter.MAX_ENTRIES) : limits.entries();
        int count = tree.items().size();
        if (count > entries - ADDED_ENTRIES) {
            throw new UnfitBuildException(String.format(
                    Locale.ROOT,
                    "it has %,d files and folders, but an update takes at most %,d",
                    count,
                    entries - ADDED_ENTRIES));
        }
        if (tree.bytes() > limits.bytes()) {
            throw new UnfitBuildException("it has " + DataSize.of(tree.bytes()) + ", but an update takes at most "
                    + DataSize.of(limits.bytes()));
        }
    }

    private static void write(PackRequest request, SourceTree tree, Path archive) throws IOException {
        byte[] checksums = Checksums.format(tree.digests());
        String top = request.name().stem();
        SortedMap<String, SourceTree.Item> items = new TreeMap<>(tree.items());
        items.put(Checksums.NAME, new SourceTree.Item.Generated(checksums));
        try (ArchiveWriter writer = open(request, archive)) {
            writer.folder(top);
            for (Map.Entry<String, SourceTree.Item> item : items.entrySet()) {
                add(writer, top + "/" + item.getKey(), item.getValue());
            }
        }
    }

    private static ArchiveWriter open(PackRequest request, Path archive) throws IOException {
        return request.platform().isWindows()
                ? new ZipWriter(archive, request.timestamp())
                : new TarWriter(new BufferedOutputStream(Files.newOutputStream(archive)), request.timestamp());
    }

    private static void add(ArchiveWriter writer, String name, SourceTree.Item item) throws IOException {
        switch (item) {
            case SourceTree.Item.Folder() -> writer.folder(name);
            case SourceTree.Item.Link(String target) -> writer.link(name, target);
            case SourceTree.Item.Generated(byte[] bytes) ->
                writer.file(name, false, bytes.length, new ByteArrayInputStream(bytes));
            case SourceTree.Item.RegularFile(Path file, long size, boolean executable) -> {
                try (InputStream in = Files.newInputStream(file)) {
                    writer.file(name, executable, size, in);
                }
            }
        }
    }
}
