package cco.core.doctor;

import java.util.List;

/**
 * How far the way to one of an app's release repositories goes.
 *
 * @param origin the repository's name; the app's where no repository could be made out
 * @param hops the steps in their order; at least one, and only the last may have failed
 */
public record ProbeReport(String origin, List<ProbeStep> hops) {

    public ProbeReport {
        hops = List.copyOf(hops);
    }

    /** Whether an update could come this way. */
    public boolean passed() {
        return hops.getLast() instanceof ProbeStep.Passed;
    }
}
