package cco.core.plugin;

import cco.core.model.Printable;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call of foreign code with a time limit.
 *
 * <p>It survives exceptions, errors, null and endless loops. The thread of a call that does not return ends with the
 * process.
 *
 * @param limit the time limit of a call
 */
record TimeLimitedCall(Duration limit) {

    /** Calls foreign code; {@code what} names the step in messages. */
    <T> T call(String what, Callable<T> foreign) throws PluginRefusedException {
        // Asking an exception for its message runs foreign code as well.
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
            throw new IllegalStateException("the task catches every exception", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PluginRefusedException(what + " was interrupted", e);
        } finally {
            task.cancel(true);
        }
    }

    /** Describes an exception in one line. Its message is foreign code, which can fail too. */
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
                return new Answer<>(foreign.call(), "it returned null");
            } catch (PluginRefusedException refusal) {
                return new Answer<>(null, refusal.getMessage());
            } catch (Throwable thrown) {
                return new Answer<>(null, reason(thrown));
            }
        }
    }
}
