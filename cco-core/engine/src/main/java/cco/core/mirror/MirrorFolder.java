package cco.core.mirror;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folder of a mirror during one copy. Two lists remember which files copies have put there, so that the removal of
 * old files never touches another file of the folder.
 */
final class MirrorFolder {

    private static final String CURRENT = "files.txt";
    private static final String PREVIOUS = "earlier-files.txt";

    private final Path folder;
    private final Path work;
    private final Set<String> files;
    private final Set<String> before;

    private MirrorFolder(Path folder, Path work, Set<String> files, Set<String> before) {
        this.folder = folder;
        this.work = work;
        this.files = files;
        this.before = before;
    }

    /**
     * Begins a copy. It notes the files before the first of them appears, so that a killed copy loses track of none.
     *
     * @param work the folder for the lists
     * @param files the paths of all files that the copy may write
     */
    static MirrorFolder begin(Path folder, Path work, Set<String> files) throws StorageException {
        Set<String> before = list(work.resolve(CURRENT));
        if (!before.equals(files)) {
            save(work.resolve(PREVIOUS), union(before, list(work.resolve(PREVIOUS))));
            save(work.resolve(CURRENT), files);
        }
        return new MirrorFolder(folder, work, files, before);
    }

    Path resolve(String path) {
        return folder.resolve(path);
    }

    void write(String path, byte[] bytes) throws StorageException {
        attempt(resolve(path), file -> DurableFiles.writeIfChanged(file, bytes));
    }

    /** Gives a file its second name. A file that has such a name never changes. */
    void link(String path, String second) throws StorageException {
        Path link = resolve(second);
        if (!Files.exists(link)) {
            attempt(link, _ -> DurableFiles.link(resolve(path), link, work.resolve("link.tmp")));
        }
    }

    /**
     * Removes the files of earlier copies that neither this copy nor the one before has. Clients that began with the
     * one before still find their files.
     *
     * @return how many were removed
     */
    int prune() throws StorageException {
        Set<String> kept = union(files, before);
        int removed = 0;
        for (String path : list(work.resolve(PREVIOUS))) {
            if (!kept.contains(path) && Files.exists(resolve(path))) {
                attempt(resolve(path), Files::delete);
                removed++;
            }
        }
        save(work.resolve(PREVIOUS), before);
        return removed;
    }

    private static Set<String> list(Path file) throws StorageException {
        try {
            return new TreeSet<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return new TreeSet<>();
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static void save(Path list, Set<String> paths) throws StorageException {
        byte[] lines = String.join("\n", paths).getBytes(StandardCharsets.UTF_8);
        attempt(list, file -> DurableFiles.writeIfChanged(file, lines));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    @FunctionalInterface
    private interface FileChange {
        void make(Path file) throws IOException;
    }

    private static void attempt(Path file, FileChange change) throws StorageException {
        try {
            change.make(file);
        } catch (IOException e) {
            throw unusable(file, e);
        }
    }

    private static StorageException unusable(Path file, IOException e) {
        return new StorageException(
                IoReason.explain("cannot write " + file, e), "check the free space and the permissions there", e);
    }
}
