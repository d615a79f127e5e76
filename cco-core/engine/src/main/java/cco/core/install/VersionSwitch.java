package cco.core.install;

import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a complete version current: journal, commands, pointer, journal, receipt. Updates, rollbacks and recovery all
 * use it.
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

    /** Switches and returns the receipt. If it throws, the pointer has not moved. */
    Receipt to(Journal.Entry.Activating plan) throws InstallException {
        journal.write(plan);
        Receipt next = plan.next();
        Optional<Version> before = pointer.read();
        Optional<Receipt> recorded = new ReceiptFile(home).read();
        List<ProgramLink> changed = new ArrayList<>(next.links());
        if (!plan.expose()) {
            changed.removeAll(recorded.map(Receipt::links).orElse(List.of()));
        }
        // Before the pointer moves, so that a foreign file in a command's place stops the switch with nothing changed.
        pointer.links().requireOwn(changed);
        try {
            next = pointer.links().expose(next, changed);
            pointer.moveTo(next.current());
        } catch (InstallException e) {
            if (before.isEmpty() || recorded.isPresent()) {
                pointer.links().undo(plan.next(), recorded);
            }
            throw e;
        }
        record(next);
        return next;
    }

    /** The new version runs already, so a failure here is a notice; the next run writes the receipt. */
    private void record(Receipt next) {
        try {
            journal.write(new Journal.Entry.Activated(next));
            new ReceiptFile(home).write(next);
        } catch (InstallException e) {
            listener.notice(next.current() + " is current; the next run will record it: " + e.getMessage());
        }
    }
}
