package cco.core.plugin;

import cco.core.model.Printable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls foreign code, whatever it may do: throw, be stuck or answer nothing. What is stuck is given up; its thread ends
 * with the process at the latest.
 *
 * @param limit how long a call may take
 */
record TimeLimitedCall(Duration limit) {

    /** What is asked of a plugin; the words are what it failed at. */
    <T> T call(String what, Callable<T> foreign) throws PluginRefusedException {
        // The answer to why it failed is foreign code as well.
        FutureTask<Answer<T>> task = new FutureTask<>(() -> Answer.of(foreign));
        Thread thread = new Thread(task, "cco-plugin");
        thread.setDaemon(true);
        thread.start();
        try {
            Answer<T> answer = task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (answer.value() == null) {
                throw new PluginRefusedException(what + " failed: " + answer.failure());
            }
            return answer.value();
        } catch (TimeoutException stuck) {
            throw new PluginRefusedException(what + " took longer than " + limit.toMillis() + " ms", stuck);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer is given whatever happens", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginRefusedException(what + " was interrupted", e);
        } finally {
            task.cancel(true);
        }
    }

    /** One line that says what was thrown. It asks foreign code for it, which may fail at that too. */
    static String reason(Throwable thrown) {
        Throwable origin = thrown;
        try {
            origin = thrown.getCause() == null ? thrown : thrown.getCause();
            return Printable.of(String.valueOf(origin));
        } catch (Throwable unspeakable) {
            return origin.getClass().getName();
        }
    }

    private record Answer<T>(T value, String failure) {

        static <T> Answer<T> of(Callable<T> foreign) {
            try {
                return new Answer<>(foreign.call(), "it gave nothing");
            } catch (PluginRefusedException refusal) {
                return new Answer<>(null, refusal.getMessage());
            } catch (Throwable thrown) {
                return new Answer<>(null, reason(thrown));
            }
        }
    }
}
