package cco.core.update;

import cco.core.plan.UpdatePlan;
import java.util.Optional;

/** Decides whether a planned change is carried out. */
@FunctionalInterface
public interface Consent {

    /** Only checks: for {@code --check} and {@code --dry-run}. Takes no lock. */
    Consent NEVER = new FixedConsent(false);

    /** Agrees to everything: for {@code --yes} and {@code auto_install}. */
    Consent ALWAYS = new FixedConsent(true);

    /**
     * Decides before anything is downloaded. The app is not locked meanwhile.
     *
     * @param change the planned change, which names the release to install
     * @return whether to carry it out
     */
    boolean approve(UpdatePlan.Change change);

    /**
     * The answer, if it is the same for every change: no lock is then taken for a no, or released for a yes.
     *
     * @return the answer, or nothing if it depends on the change
     */
    default Optional<Boolean> fixed() {
        return Optional.empty();
    }
}
