package cco.publisher.delta;

import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaApplier;
import cco.core.delta.DeltaException;
import cco.core.delta.DeltaTarget;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A version on disk that a test fills, compares with another, and makes from another. */
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
        Map<String, String> links = new TreeMap<>();
        List<String> emptyFolders = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted().toList()) {
                String name = root.relativize(path).toString();
                if (Files.isSymbolicLink(path)) {
                    links.put(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isRegularFile(path)) {
                    byte[] content = Files.readAllBytes(path);
                    files.add(new FileEntry(name, content.length, Files.isExecutable(path), Sha256.of(content)));
                } else if (path.toFile().list().length == 0) {
                    emptyFolders.add(name);
                }
            }
        }
        return new VersionFolder(root, files, links, emptyFolders);
    }

    /** Makes the version that a delta describes. */
    void apply(VersionFolder from, Path delta, VersionFolder to) throws IOException, DeltaException {
        new DeltaApplier(new BaseVersion(from.root(), from.files()), to.files(), new Target()).apply(delta);
    }

    private final class Target implements DeltaTarget {

        @Override
        public void folder(String path) throws IOException {
            Files.createDirectories(root.resolve(path));
        }

        @Override
        public OutputStream file(String path) throws IOException {
            Files.createDirectories(root.resolve(path).getParent());
            return Files.newOutputStream(root.resolve(path));
        }

        @Override
        public void written(String path, boolean executable) {
            root.resolve(path).toFile().setExecutable(executable);
        }

        @Override
        public void share(String path, Path existing, boolean executable) throws IOException {
            Files.createDirectories(root.resolve(path).getParent());
            Files.createLink(root.resolve(path), existing);
        }

        @Override
        public void link(String path, String target) throws IOException {
            Files.createDirectories(root.resolve(path).getParent());
            Files.createSymbolicLink(root.resolve(path), Path.of(target));
        }
    }
}
