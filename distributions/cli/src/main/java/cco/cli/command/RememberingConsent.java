package cco.cli.command;

import cco.core.plan.UpdatePlan;
import cco.core.update.Consent;
import java.util.Optional;

/** A consent that remembers the release, because its notes are shown after the update. */
final class RememberingConsent implements Consent {

    private final Consent consent;
    private Optional<String> notes = Optional.empty();

    RememberingConsent(Consent consent) {
        this.consent = consent;
    }

    @Override
    public boolean approve(UpdatePlan.Change change) {
        notes = change.release().notes();
        return consent.approve(change);
    }

    @Override
    public Optional<Boolean> fixed() {
        return consent.fixed();
    }

    /** The address of the release's notes, if it was asked about and has some. */
    Optional<String> notes() {
        return notes;
    }
}
