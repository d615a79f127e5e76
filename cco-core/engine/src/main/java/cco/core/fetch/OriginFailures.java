package cco.core.fetch;

import cco.api.Origin;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What went wrong at each origin that was asked in vain. */
final class OriginFailures {

    private final List<CcoException> all = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    void add(Origin origin, CcoException failure) {
        all.add(failure);
        String message = failure.getMessage();
        reasons.add(message.contains(origin.name()) ? message : origin.name() + ": " + message);
    }

    /** One sentence for each origin, in the order in which they were asked. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** The one error that speaks for all: a refusal outweighs an origin that is only out of reach. */
    CcoException summary(String path) {
        CcoException weightiest = all.stream()
                .filter(VerificationException.class::isInstance)
                .findFirst()
                .orElseGet(all::getFirst);
        if (all.size() == 1) {
            return weightiest;
        }
        String message = "no source serves " + path + ": " + String.join("; ", reasons);
        return weightiest instanceof VerificationException
                ? new VerificationException(message, weightiest.hint(), weightiest)
                : new SourceException(message, weightiest.hint(), retryAfter(), weightiest);
    }

    /** The longest that one of them wants to be left alone. */
    private Optional<Duration> retryAfter() {
        Stream<Optional<Duration>> asked =
                all.stream().map(failure -> failure instanceof SourceException e ? e.retryAfter() : Optional.empty());
        return asked.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
