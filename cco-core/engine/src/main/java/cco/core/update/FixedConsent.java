package cco.core.update;

import cco.core.plan.UpdatePlan;
import java.util.Optional;

/** The same answer to every change. */
record FixedConsent(boolean answer) implements Consent {

    @Override
    public boolean approve(UpdatePlan.Change change) {
        return answer;
    }

    @Override
    public Optional<Boolean> fixed() {
        return Optional.of(answer);
    }
}
