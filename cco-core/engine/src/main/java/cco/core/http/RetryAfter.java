package cco.core.http;

import cco.api.HttpStatusException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/**
 * The time that a server asks clients to wait: {@code Retry-After} (RFC 9110 section 10.2.3), or the reset time of an
 * exhausted rate limit, as GitHub's API sends it.
 */
public final class RetryAfter {

    /** 403 is GitHub's status for an exhausted limit. */
    private static final Set<Integer> BUSY = Set.of(403, 429, 503);

    private RetryAfter() {}

    /** The time, if a server asked for one. */
    public static Optional<Duration> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpStatusException answer) {
                return BUSY.contains(answer.status()) ? wait(answer) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> wait(HttpStatusException answer) {
        Optional<String> asked = answer.header("Retry-After");
        if (asked.isPresent()) {
            Optional<Long> seconds = number(asked);
            return seconds.isPresent()
                    ? seconds.map(Duration::ofSeconds)
                    : until(asked.flatMap(RetryAfter::date), answer);
        }
        boolean exhausted =
                answer.header("X-RateLimit-Remaining").filter("0"::equals).isPresent();
        return exhausted
                ? until(number(answer.header("X-RateLimit-Reset")).map(Instant::ofEpochSecond), answer)
                : Optional.empty();
    }

    /** Measured by the server's clock, since this machine's may be wrong. */
    private static Optional<Duration> until(Optional<Instant> end, HttpStatusException answer) {
        Optional<Instant> now = answer.header("Date").flatMap(RetryAfter::date);
        return end.isPresent() && now.isPresent() && end.get().isAfter(now.get())
                ? Optional.of(Duration.between(now.get(), end.get()))
                : Optional.empty();
    }

    private static Optional<Long> number(Optional<String> text) {
        return text.filter(digits -> digits.matches("\\d{1,10}")).map(Long::valueOf);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
