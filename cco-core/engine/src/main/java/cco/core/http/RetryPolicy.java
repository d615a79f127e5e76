package cco.core.http;

import cco.api.HttpStatusException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * When to repeat a request that failed, and how long to wait first. Requests here only read, so repeating one is safe.
 *
 * <p>Worth repeating are a connection that ended too early and a server that is overloaded or failing for the moment.
 * Everything else would fail the same way again: an unknown host, a refused connection, a certificate, a missing file,
 * a server that was silent for the whole time limit.
 *
 * <p>The wait doubles each time and is partly random, so that many machines do not come back at once. A server's {@code
 * Retry-After} replaces it; one that is longer than the longest wait ends the retries.
 */
public final class RetryPolicy {

    /** With one connection in five broken, 7 attempts fail once in 78,000 times. */
    private static final int MAX_BROKEN = 7;

    /** A failing server has more reason to fail again. */
    private static final int MAX_STATUS = 3;

    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

    /** RFC 9110 section 15: request timeout, too many requests, and failures of servers and gateways. */
    private static final Set<Integer> TRANSIENT = Set.of(408, 429, 500, 502, 503, 504);

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration wait) throws InterruptedException;
    }

    private final Sleeper sleeper;
    private final DoubleSupplier random;
    private final LongSupplier nanoTime;

    /**
     * @param random from 0 inclusive to 1 exclusive
     * @param nanoTime as {@link System#nanoTime}
     */
    public RetryPolicy(Sleeper sleeper, DoubleSupplier random, LongSupplier nanoTime) {
        this.sleeper = sleeper;
        this.random = random;
        this.nanoTime = nanoTime;
    }

    /** The policy for real networks. */
    public static RetryPolicy system() {
        return new RetryPolicy(
                wait -> Thread.sleep(wait), () -> ThreadLocalRandom.current().nextDouble(), System::nanoTime);
    }

    /**
     * Starts to count the attempts of one request.
     *
     * @param total no attempt starts later than this
     */
    public Attempts start(Duration total) {
        return new Attempts(nanoTime.getAsLong() + total.toNanos());
    }

    /** The attempts of one request so far. */
    public final class Attempts {

        private final long end;
        private int failures;

        private Attempts(long end) {
            this.end = end;
        }

        /** Forgets earlier failures, because the request got further. */
        public void reset() {
            failures = 0;
        }

        /**
         * Waits until the next attempt may start.
         *
         * @throws IOException the failure itself, if there must be no further attempt
         */
        public void waitAfter(IOException failure) throws IOException {
            failures++;
            Optional<Duration> wait = failures < limit(failure) ? waitFor(failure) : Optional.empty();
            if (wait.isEmpty() || nanoTime.getAsLong() + wait.get().toNanos() - end >= 0) {
                throw failure;
            }
            try {
                sleeper.sleep(wait.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            }
        }

        private Optional<Duration> waitFor(IOException failure) {
            Optional<Duration> asked = RetryAfter.of(failure);
            if (asked.isPresent()) {
                return asked.filter(wait -> wait.compareTo(LONGEST_WAIT) <= 0);
            }
            long full = FIRST_WAIT.toMillis() << Math.min(failures - 1, 10);
            long capped = Math.min(full, LONGEST_WAIT.toMillis());
            return Optional.of(Duration.ofMillis(capped / 2 + (long) (random.getAsDouble() * capped / 2)));
        }
    }

    /** The most attempts after a failure of this kind. */
    private static int limit(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenConnectionException) {
                return MAX_BROKEN;
            }
            if (cause instanceof HttpStatusException answer) {
                return TRANSIENT.contains(answer.status()) ? MAX_STATUS : 1;
            }
        }
        return 1;
    }
}
