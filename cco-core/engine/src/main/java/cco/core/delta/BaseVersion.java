package cco.core.delta;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installed version that a delta starts from: its folder, and the files that it had when it was installed. */
public final class BaseVersion {

    private final Path folder;
    private final List<FileEntry> files;
    private final Map<Sha256, FileEntry> byDigest = new HashMap<>();

    /** Creates a base of these files, in any order. */
    public BaseVersion(Path folder, List<FileEntry> files) {
        this.folder = folder;
        this.files = sorted(files);
        this.files.forEach(file -> byDigest.putIfAbsent(file.sha256(), file));
    }

    /** Sorts files as both sides of a delta count them: by path, character by character. */
    public static List<FileEntry> sorted(List<FileEntry> files) {
        return files.stream().sorted(Comparator.comparing(FileEntry::path)).toList();
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns the files, sorted. */
    public List<FileEntry> files() {
        return files;
    }

    /** Returns the first file with this content. */
    public Optional<FileEntry> withDigest(Sha256 sha256) {
        return Optional.ofNullable(byDigest.get(sha256));
    }

    Path path(FileEntry file) {
        return folder.resolve(file.path());
    }
}
