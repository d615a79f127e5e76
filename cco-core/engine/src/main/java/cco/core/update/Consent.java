package cco.core.update;

import cco.core.plan.UpdatePlan;

/** Decides whether a planned change is carried out. */
@FunctionalInterface
public interface Consent {

    /** Only looks: for {@code --check} and {@code --dry-run}. */
    Consent NEVER = change -> false;

    /** Agrees to everything: for {@code --yes} and {@code auto_install}. */
    Consent ALWAYS = change -> true;

    /** Called once, before anything is downloaded. */
    boolean approve(UpdatePlan.Change change);
}
