package cco.publisher.delta;

import cco.core.model.FileEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A version that is unpacked.
 *
 * @param files every regular file
 * @param links symbolic links: path and target
 * @param emptyFolders folders that hold nothing
 */
public record VersionFolder(Path root, List<FileEntry> files, Map<String, String> links, List<String> emptyFolders) {

    public VersionFolder {
        files = List.copyOf(files);
        emptyFolders = List.copyOf(emptyFolders);
    }

    /** Reads the links and empty folders of a version whose files are known. */
    static VersionFolder read(Path root, List<FileEntry> files) throws IOException {
        Map<String, String> links = new TreeMap<>();
        List<String> emptyFolders = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted().skip(1).toList()) {
                String name = String.join("/", names(root.relativize(path)));
                if (Files.isSymbolicLink(path)) {
                    links.put(name, Files.readSymbolicLink(path).toString());
                } else if (Files.isDirectory(path) && isEmpty(path)) {
                    emptyFolders.add(name);
                }
            }
        }
        return new VersionFolder(root, files, links, emptyFolders);
    }

    private static List<String> names(Path path) {
        List<String> names = new ArrayList<>();
        path.forEach(name -> names.add(name.toString()));
        return names;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
