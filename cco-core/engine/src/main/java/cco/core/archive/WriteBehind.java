package cco.core.archive;

import cco.core.disk.FutureResult;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills a target in a thread of its own, so that the next entries are read and checked while the disk is busy.
 *
 * <p>A failure of that thread is thrown by a later call, at the latest by {@link #finish}. Nothing happens after it.
 */
final class WriteBehind implements UnpackTarget, Closeable {

    /** The batches that may wait to be written. */
    private static final int MAX_WAITING = 3;

    private final UnpackTarget target;
    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cco-write").factory());
    private final Deque<Future<WriteBatch>> waiting = new ArrayDeque<>();
    private WriteBatch batch = new WriteBatch();

    // Only the writer uses these two, and after its end close().
    private OutputStream current = OutputStream.nullOutputStream();
    private boolean failed;

    WriteBehind(UnpackTarget target) {
        this.target = target;
    }

    @Override
    public void folder(EntryPath path) throws IOException {
        add(() -> target.folder(path));
    }

    @Override
    public OutputStream file(EntryPath path, boolean executable) throws IOException {
        add(() -> current = target.file(path, executable));
        return new QueuedContent();
    }

    @Override
    public void link(EntryPath path, String to) throws IOException {
        add(() -> target.link(path, to));
    }

    /** Waits until everything is written. */
    void finish() throws IOException {
        handOver();
        while (!waiting.isEmpty()) {
            FutureResult.of(waiting.remove());
        }
    }

    /** Stops writing, and closes the open file. */
    @Override
    public void close() throws IOException {
        writer.shutdownNow();
        writer.close();
        current.close();
    }

    private void add(WriteBatch.Step step) throws IOException {
        batch.add(step);
        handOverIfFull();
    }

    private void handOverIfFull() throws IOException {
        if (batch.isFull()) {
            handOver();
        }
    }

    private void handOver() throws IOException {
        WriteBatch full = batch;
        waiting.add(writer.submit(() -> write(full)));
        batch = waiting.size() > MAX_WAITING ? FutureResult.of(waiting.remove()) : new WriteBatch();
    }

    /** Skips what follows a failure, which would go to a wrong file. */
    private WriteBatch write(WriteBatch full) throws IOException {
        if (!failed) {
            failed = true;
            full.run();
            failed = false;
        }
        return full;
    }

    /** Adds content to the file that was added last. */
    private final class QueuedContent extends OutputStream {

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                done += batch.addContent(bytes, offset + done, length - done, () -> current);
                handOverIfFull();
            }
        }

        @Override
        public void close() throws IOException {
            add(() -> current.close());
        }
    }
}
