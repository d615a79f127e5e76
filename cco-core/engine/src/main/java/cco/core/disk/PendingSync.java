package cco.core.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;

/** A new folder on its way to the disk, while its files are already in use. */
public final class PendingSync implements AutoCloseable {

    private final FutureTask<Void> sync;

    private PendingSync(Path root) {
        this.sync = new FutureTask<>(() -> {
            DurableFiles.syncTree(root);
            return null;
        });
    }

    /** Starts to sync a folder with everything that is in it now, and its name. */
    public static PendingSync start(Path root) {
        PendingSync pending = new PendingSync(root);
        Thread.ofPlatform().daemon().name("cco-sync").start(pending.sync);
        return pending;
    }

    /**
     * Waits until everything is on disk.
     *
     * @throws IOException if any of it may not be on disk
     */
    public void await() throws IOException {
        FutureResult.of(sync);
    }

    /** Waits until no file is in use any more. A failure matters only to {@link #await}. */
    @Override
    public void close() {
        try {
            await();
        } catch (IOException unneeded) {
            // Nobody relies on these files.
        }
    }
}
