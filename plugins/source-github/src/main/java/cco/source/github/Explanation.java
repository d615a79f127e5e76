package cco.source.github;

import cco.api.HttpStatusException;
import cco.api.OriginException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The meaning of GitHub's error statuses, with hints. It reads no bodies and repeats only numbers from headers.
 *
 * @param missing the message for a missing file
 * @param hint the hint for a missing file
 */
record Explanation(String missing, String hint, Site site, Optional<Token> token) {

    /** The failure to report instead of this one. */
    IOException of(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return missing(missing, hint, failure);
        }
        Throwable origin = failure instanceof HttpStatusException ? failure : failure.getCause();
        return origin instanceof HttpStatusException answer ? refusal(answer, failure) : failure;
    }

    /** A missing file of a working origin. */
    static NoSuchFileException missing(String message, String hint, Throwable cause) {
        NoSuchFileException missing = new NoSuchFileException("", null, message);
        missing.initCause(new OriginException(message, hint, cause));
        return missing;
    }

    private IOException refusal(HttpStatusException answer, IOException failure) {
        if (answer.status() == 401 && token.isPresent()) {
            return new OriginException(
                    "GitHub refuses " + token.get() + " (http status 401)",
                    "create a new one, or remove it: public repositories need none",
                    failure);
        }
        if (answer.status() != 403 && answer.status() != 429) {
            return failure;
        }
        String status = " (http status " + answer.status() + ")";
        if (isLimit(answer)) {
            return new OriginException(
                    answer.host() + "'s rate limit is used up for " + who() + status,
                    "try again " + when(answer) + (token.isPresent() ? "" : ", or set " + site.variable()),
                    failure);
        }
        if (token.isPresent() && answer.header("X-GitHub-SSO").isPresent()) {
            return new OriginException(
                    token.get() + " is not authorized for the organization's single sign-on" + status,
                    "authorize it on GitHub in your settings under developer settings, tokens",
                    failure);
        }
        return new OriginException(
                answer.host() + " denies access to " + who() + status,
                token.isPresent() ? hint : "a private repository needs a token: set " + site.variable(),
                failure);
    }

    private String who() {
        return token.map(Token::toString).orElse("this address");
    }

    /** GitHub's documentation, "Rate limits for the REST API": both kinds of limits answer 403 or 429. */
    private static boolean isLimit(HttpStatusException answer) {
        return answer.status() == 429
                || answer.header("X-RateLimit-Remaining").filter("0"::equals).isPresent()
                || answer.header("Retry-After").isPresent();
    }

    private static String when(HttpStatusException answer) {
        Optional<Long> seconds = number(answer, "Retry-After");
        if (seconds.isPresent()) {
            return "in " + seconds.get() + " s";
        }
        return number(answer, "X-RateLimit-Reset")
                .flatMap(Explanation::time)
                .map(time -> "after " + time + " UTC")
                .orElse("later");
    }

    private static Optional<Long> number(HttpStatusException answer, String header) {
        return answer.header(header).filter(text -> text.matches("\\d{1,12}")).map(Long::valueOf);
    }

    private static Optional<String> time(long seconds) {
        try {
            return Optional.of(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString()
                    .replace('T', ' '));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
