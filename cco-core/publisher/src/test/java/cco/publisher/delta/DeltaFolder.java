package cco.publisher.delta;

import cco.core.archive.CheckedFolder;
import cco.core.archive.UnpackLimits;
import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaApplier;
import cco.core.delta.DeltaException;
import cco.core.disk.DurableFiles;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A version on disk that a test fills and reads. */
final class DeltaFolder {

    private final Path root;

    DeltaFolder(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    Path root() {
        return root;
    }

    DeltaFolder with(String path, byte[] content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    DeltaFolder withExecutable(String path, byte[] content) throws IOException {
        with(path, content);
        root.resolve(path).toFile().setExecutable(true);
        return this;
    }

    /** Reads everything in the folder. */
    VersionFolder version() throws IOException {
        List<FileEntry> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted().toList()) {
                if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    byte[] content = Files.readAllBytes(path);
                    boolean executable =
                            Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
                    String name = root.relativize(path).toString();
                    files.add(new FileEntry(name, content.length, executable, Sha256.of(content)));
                }
            }
        }
        return VersionFolder.read(root, files);
    }

    /** Creates the version that a delta describes, in this folder's place. */
    static void apply(VersionFolder from, Path delta, VersionFolder to, Path result)
            throws IOException, DeltaException {
        DurableFiles.deleteTree(result);
        CheckedFolder folder = new CheckedFolder(result, UnpackLimits.DEFAULT);
        new DeltaApplier(new BaseVersion(from.root(), from.files()), to.files(), folder).apply(delta);
    }
}
