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

/** The failures of the origins that did not serve a file. */
final class OriginFailures {

    private final List<CcoException> all = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    void add(Origin origin, CcoException failure) {
        all.add(failure);
        String message = failure.getMessage();
        reasons.add(message.contains(origin.name()) ? message : origin.name() + ": " + message);
    }

    /** One sentence for each origin, in the order of the attempts. */
    List<String> reasons() {
        return List.copyOf(reasons);
    }

    /** One error for all of them. A refusal outweighs an origin that is only unreachable. */
    CcoException summary(String path) {
        CcoException worst = all.stream()
                .filter(VerificationException.class::isInstance)
                .findFirst()
                .orElseGet(all::getFirst);
        if (all.size() == 1) {
            return worst;
        }
        String message = "no source serves " + path + ": " + String.join("; ", reasons);
        return worst instanceof VerificationException
                ? new VerificationException(message, worst.hint(), worst)
                : new SourceException(message, worst.hint(), retryAfter(), worst);
    }

    /** The longest time that one of the origins asks for. */
    private Optional<Duration> retryAfter() {
        Stream<Optional<Duration>> asked =
                all.stream().map(failure -> failure instanceof SourceException e ? e.retryAfter() : Optional.empty());
        return asked.flatMap(Optional::stream).max(Comparator.naturalOrder());
    }
}
