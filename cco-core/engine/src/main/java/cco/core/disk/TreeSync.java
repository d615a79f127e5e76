package cco.core.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
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
 * together share transactions, and {@link FileSystemSync} needs one for all of them.
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
        if (!hasMany(root) || !whole.sync(root)) {
            try (Stream<Path> paths = Files.walk(root)) {
                syncEach(paths.filter(path -> !Files.isSymbolicLink(path)).toList());
            }
        }
    }

    private static boolean hasMany(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.skip(MANY).findAny().isPresent();
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
            for (Future<Void> ended : pool.invokeAll(Collections.nCopies(THREADS, worker))) {
                requireSuccess(ended);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before everything was on disk");
        }
    }

    private void syncAll(Queue<Path> queue) throws IOException {
        for (Path path = queue.poll(); path != null; path = queue.poll()) {
            single.sync(path);
        }
    }

    private static void requireSuccess(Future<Void> ended) throws IOException {
        if (ended.state() == Future.State.FAILED) {
            switch (ended.exceptionNow()) {
                case IOException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        }
    }
}
