package cco.core.disk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The outcome of work on files that another thread does. */
public final class FutureResult {

    private FutureResult() {}

    /**
     * Waits for the result.
     *
     * @param <T> the result
     * @param work what only {@link IOException} can make fail
     * @throws IOException the failure of the work
     * @throws InterruptedIOException if this thread is interrupted before the work ends
     */
    public static <T> T of(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted before everything was on disk");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        }
    }
}
