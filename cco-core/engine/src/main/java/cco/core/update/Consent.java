package cco.core.update;

import cco.core.plan.UpdatePlan;

/** Decides whether a planned change is carried out. */
@FunctionalInterface
public interface Consent {

    /** Only checks: for {@code --check} and {@code --dry-run}. Takes no lock. */
    Consent NEVER = change -> false;

    /** Agrees to everything: for {@code --yes} and {@code auto_install}. */
    Consent ALWAYS = change -> true;

    /** Decides before anything is downloaded. The app is not locked meanwhile. */
    boolean approve(UpdatePlan.Change change);
}
