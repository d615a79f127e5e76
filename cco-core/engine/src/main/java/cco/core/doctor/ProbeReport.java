package cco.core.doctor;

import java.util.List;
import java.util.stream.Stream;

/**
 * The steps of a probe of one release repository.
 *
 * @param origin the repository's name, or the app's name if its sources cannot be read
 * @param steps at least one, in order; only the last one can be a failure
 */
public record ProbeReport(String origin, List<ProbeStep> steps) {

    /** Creates a report with a copy of its steps. */
    public ProbeReport {
        steps = List.copyOf(steps);
    }

    /** {@return whether an update could use this repository} */
    public boolean passed() {
        return steps.getLast() instanceof ProbeStep.Passed;
    }

    /** The report with one more step. */
    ProbeReport plus(ProbeStep step) {
        return new ProbeReport(
                origin, Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
