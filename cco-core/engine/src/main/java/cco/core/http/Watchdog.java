package cco.core.http;

import cco.core.error.CcoException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Runs work on its own thread and abandons it when it takes too long or moves too few bytes. The caller continues in
 * time even if the work hangs where nothing can interrupt it, such as in a name lookup or a plugin.
 *
 * <p>It is a platform thread: a virtual one that reads a socket leaves a poller behind, and the virtual machine waits
 * 300 ms for that when the process ends.
 *
 * @param deadline the longest time for all of the work
 * @param window how often the progress is checked
 * @param minimum the bytes that must move in each window
 */
public record Watchdog(Duration deadline, Duration window, long minimum) {

    /** The watched work. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException, CcoException;
    }

    /** A watchdog for the total time only. */
    public static Watchdog within(Duration deadline) {
        return new Watchdog(deadline, deadline, 0);
    }

    /**
     * Waits for the result. Abandoned work is interrupted; the caller must end what ignores that, such as reading from
     * a socket.
     *
     * @param moved the number of bytes so far
     * @throws SocketTimeoutException if the work was abandoned
     */
    public <T> T watch(Work<T> work, LongSupplier moved) throws IOException, CcoException {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread.ofPlatform().daemon().name("cco-fetch").start(task);
        try {
            return await(task, moved);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case CcoException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case Throwable cause -> throw new AssertionError(cause);
            }
        } finally {
            task.cancel(true);
        }
    }

    private <T> T await(FutureTask<T> task, LongSupplier moved)
            throws InterruptedException, ExecutionException, SocketTimeoutException {
        // TimeUnit.convert saturates where Duration.toNanos would overflow.
        long limit = TimeUnit.NANOSECONDS.convert(deadline);
        long start = System.nanoTime();
        long seen = 0;
        while (true) {
            long left = limit - (System.nanoTime() - start);
            try {
                return task.get(Math.min(TimeUnit.NANOSECONDS.convert(window), left), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                long now = moved.getAsLong();
                if (now == 0) {
                    Duration waited = window.compareTo(deadline) < 0 ? window : deadline;
                    throw noAnswer(waited);
                }
                if (System.nanoTime() - start >= limit) {
                    throw new SocketTimeoutException("not complete within " + seconds(deadline));
                }
                if (now - seen < minimum) {
                    throw new SocketTimeoutException("too slow: %d bytes in %s, at least %d are needed"
                            .formatted(now - seen, seconds(window), minimum));
                }
                seen = now;
            }
        }
    }

    static SocketTimeoutException noAnswer(Duration limit) {
        return new SocketTimeoutException("no answer within " + seconds(limit));
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
