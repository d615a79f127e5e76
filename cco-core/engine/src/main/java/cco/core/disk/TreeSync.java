package cco.core.disk;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Syncs a new folder with everything in it.
 *
 * <p>A file that is synced right after it is written costs a transaction of the file system. Files that are synced
 * together share transactions, and {@link FileSystemSync} needs one for all of them. Meanwhile a program may run in the
 * folder, and may create and remove files of its own.
 */
final class TreeSync {

    /** With fewer files, waiting for what other programs have written would often take longer. */
    private static final int MANY = 500;

    /** With fewer files, starting threads takes longer. */
    private static final int FEW = 8;

    private static final int THREADS = 8;

    /** Syncs one file or folder. */
    @FunctionalInterface
    interface PathSync {
        void sync(Path path) throws IOException;
    }

    /** Syncs a whole file system. */
    @FunctionalInterface
    interface WholeSync {

        /** Syncs the file system of a folder; returns false if it cannot, or cannot tell that it did. */
        boolean sync(Path folder);
    }

    private final WholeSync whole;
    private final PathSync single;

    TreeSync(WholeSync whole, PathSync single) {
        this.whole = whole;
        this.single = single;
    }

    /** Syncs a folder and all files and folders in it. Links need no sync of their own: they are names. */
    void sync(Path root) throws IOException {
        List<Path> first = new Listing(root, MANY).paths();
        if (first.size() < MANY) {
            syncEach(first);
        } else if (!whole.sync(root)) {
            syncEach(new Listing(root, Integer.MAX_VALUE).paths());
        }
    }

    private void syncEach(List<Path> paths) throws IOException {
        Queue<Path> queue = new ConcurrentLinkedQueue<>(paths);
        if (paths.size() <= FEW) {
            syncAll(queue);
            return;
        }
        Callable<Void> worker = () -> {
            syncAll(queue);
            return null;
        };
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            List<Future<Void>> workers =
                    Stream.generate(() -> pool.submit(worker)).limit(THREADS).toList();
            for (Future<Void> ended : workers) {
                FutureResult.of(ended);
            }
        }
    }

    private void syncAll(Queue<Path> queue) throws IOException {
        for (Path path = queue.poll(); path != null; path = queue.poll()) {
            try {
                single.sync(path);
            } catch (NoSuchFileException gone) {
                // Only temporary files disappear: they are removed, or synced and renamed.
            }
        }
    }

    /** The first files and folders of a folder. What others remove meanwhile is left out. */
    private static final class Listing extends SimpleFileVisitor<Path> {

        private final Path root;
        private final int limit;
        private final List<Path> paths = new ArrayList<>();

        Listing(Path root, int limit) {
            this.root = root;
            this.limit = limit;
        }

        List<Path> paths() throws IOException {
            Files.walkFileTree(root, this);
            return paths;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return add(directory);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return attributes.isSymbolicLink() ? FileVisitResult.CONTINUE : add(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException && !file.equals(root)) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private FileVisitResult add(Path path) {
            paths.add(path);
            return paths.size() < limit ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }
    }
}
