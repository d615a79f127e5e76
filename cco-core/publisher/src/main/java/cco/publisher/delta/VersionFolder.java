package cco.publisher.delta;

import cco.core.model.FileEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
}
