package cco.core.install;

import cco.core.error.CcoException;
import cco.core.error.CheckedRunnable;
import cco.core.error.InstallException;
import cco.core.json.JsonObject;
import cco.core.model.Hold;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a complete version current: journal, source, existing commands, pointer, journal, receipt, new commands.
 * Updates, rollbacks and recovery all use it.
 *
 * <p>Existing commands change before the pointer moves, so that a failure leaves everything as it was. If their
 * programs are in other places, they start the new version by its folder until the pointer has moved. New commands
 * come last, because until then they would lead nowhere, and the user could start an app without a receipt.
 */
final class VersionSwitch {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;
    private final Journal journal;

    VersionSwitch(AppHome home, Pointer pointer, ProgressListener listener) {
        this.home = home;
        this.pointer = pointer;
        this.listener = listener;
        this.journal = new Journal(home);
    }

    /** Switches to the version of a receipt, which is known to work. */
    Receipt to(Receipt next) throws CcoException {
        return to(next, SourceRecord.UNCHANGED);
    }

    /** Switches to the version of a receipt, which is known to work, and to its source. */
    Receipt to(Receipt next, SourceRecord source) throws CcoException {
        return to(new Journal.Entry.Activating(next, false, Optional.empty(), members(source)), source);
    }

    /** Switches to the version of a receipt, which is known to work, and holds the app there. */
    Receipt to(Receipt next, Hold hold) throws CcoException {
        return to(
                new Journal.Entry.Activating(next, false, Optional.empty(), Optional.empty(), Optional.of(hold)),
                SourceRecord.UNCHANGED);
    }

    /**
     * Switches to the version of a receipt, and registers the app if it is installed.
     *
     * @param before the receipt to go back to if the version fails its {@link Probation}
     */
    Receipt to(Receipt next, Optional<Registration> registration, Optional<Receipt> before) throws CcoException {
        Receipt planned =
                registration.map(Registration::command).map(next::with).orElse(next);
        SourceRecord source = Registration.source(registration);
        return to(new Journal.Entry.Activating(planned, registration.isPresent(), before, members(source)), source);
    }

    private static Optional<JsonObject> members(SourceRecord source) throws CcoException {
        Map<String, Object> members = source.members();
        return members.isEmpty() ? Optional.empty() : Optional.of(JsonObject.of(members));
    }

    /**
     * Switches and returns the receipt. If it throws, the pointer has not moved.
     *
     * @param source the source in the plan
     */
    Receipt to(Journal.Entry.Activating plan, SourceRecord source) throws CcoException {
        journal.write(plan);
        Receipt next = plan.next();
        Optional<Version> before = pointer.read();
        Optional<Receipt> recorded = new ReceiptFile(home).read();
        CommandChanges commands =
                CommandChanges.of(plan, recorded, before.filter(home::has).isPresent(), pointer.links());
        // Before anything changes, so that a foreign file in a command's place stops the switch.
        pointer.links().requirePlaces(commands.all());
        source.write();
        try {
            next = pointer.links().expose(next, commands.kept());
            next = pointer.links().bridge(next, commands.moved());
            pointer.moveTo(next.current());
        } catch (InstallException e) {
            if (before.isEmpty() || recorded.isPresent()) {
                pointer.links().undo(plan.next(), recorded);
            }
            undo(source);
            throw e;
        }
        Receipt after = pointer.links().announce(next, commands.added());
        record(new Journal.Entry.Activated(after, plan.before(), plan.source(), plan.hold()), commands.atLast());
        return after;
    }

    /** Takes the source of a switch back that did not happen. A failure is a notice. */
    void undo(SourceRecord source) {
        try {
            source.undo();
        } catch (CcoException e) {
            listener.notice(e.getMessage());
        }
    }

    /** The new version runs already, so a failure here is a notice. */
    private void record(Journal.Entry.Activated activated, List<ProgramLink> commands) {
        Receipt next = activated.next();
        attempt(next, () -> journal.write(activated));
        attempt(next, () -> new ReceiptFile(home).write(next));
        activated.hold().ifPresent(hold -> attempt(next, () -> new HoldFile(home).write(hold, listener)));
        pointer.links().complete(next, commands);
    }

    /** The recovery and the {@link Reconciler} repeat the step with the journal, which has at least the plan. */
    private void attempt(Receipt next, CheckedRunnable<InstallException> step) {
        try {
            step.run();
        } catch (InstallException e) {
            listener.notice(new AfterSwitch(home.app(), next.current()).but(e));
        }
    }
}
