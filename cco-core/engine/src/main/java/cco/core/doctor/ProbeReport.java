package cco.core;

import cco.core.model.Hop;
import java.util.List;

/**
 * How far the way to one of an app's release repositories goes.
 *
 * @param origin the repository's name; the app's where no repository could be made out
 * @param hops the steps in their order; at least one, and only the last may have failed
 */
public record OriginCheck(String origin, List<Hop> hops) {

    public OriginCheck {
        hops = List.copyOf(hops);
    }

    /** Whether an update could come this way. */
    public boolean passed() {
        return hops.getLast() instanceof Hop.Passed;
    }
}
