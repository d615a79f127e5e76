package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Finishes or undoes the change of a killed process, by the table in the package description.
 *
 * <p>It runs first in every change. If no change was interrupted, it only reads. It can itself be killed and run again.
 */
public final class Recovery {

    private final AppHome home;
    private final Pointer pointer;
    private final SourceRecord.Reader sources;
    private final ProgressListener listener;
    private final Probation probation;

    /**
     * The change that a recovery has found.
     *
     * @param interrupted whether there was one; if so, the configuration may have changed
     * @param rollback the receipt after a rollback of the user that the recovery has finished
     */
    public record Recovered(boolean interrupted, Optional<Receipt> rollback) {}

    /**
     * Creates a recovery of the locked app, which reports to the listener.
     *
     * @param sources makes the source in the journal
     */
    public Recovery(
            AppLock lock,
            PlatformInstaller installer,
            SourceRecord.Reader sources,
            ProgressListener listener,
            InstantSource clock) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.sources = sources;
        this.listener = listener;
        this.probation = new Probation(home, pointer, listener, clock);
    }

    /**
     * Runs the recovery.
     *
     * @throws InstallException if the pointer or the receipt cannot be read; nothing was deleted
     */
    public Recovered run() throws InstallException {
        Optional<Interrupted> entry = journal();
        Optional<Receipt> rollback = entry.isPresent() ? resume(entry.get()) : Optional.empty();
        List<Version> removed = probation.isPending() ? List.of() : new Reconciler(home, pointer, listener).settle();
        if (entry.isEmpty()) {
            removed.forEach(version -> listener.notice("removed leftovers of " + home.app() + " " + version));
        }
        return new Recovered(entry.isPresent(), rollback);
    }

    /** The step in the journal, and the source that it names. */
    private record Interrupted(Journal.Entry entry, SourceRecord source) {}

    /** A damaged journal must not stop all updates; the files on disk are enough to continue. */
    private Optional<Interrupted> journal() throws InstallException {
        try {
            Optional<Journal.Entry> entry = new Journal(home).read();
            return entry.isEmpty() ? Optional.empty() : Optional.of(new Interrupted(entry.get(), source(entry.get())));
        } catch (JsonException e) {
            listener.notice("ignored the damaged journal " + home.journal() + ": " + e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw InstallErrors.of("cannot read the journal " + home.journal(), e, "check the permissions there");
        }
    }

    private SourceRecord source(Journal.Entry entry) throws JsonException {
        Optional<JsonObject> members = entry.changedSource();
        return members.isEmpty() ? SourceRecord.UNCHANGED : ReversedSource.read(members.get(), sources);
    }

    /** Returns the receipt after a rollback. */
    private Optional<Receipt> resume(Interrupted change) throws InstallException {
        return switch (change.entry()) {
            case Journal.Entry.Staging staging -> {
                listener.notice("undid an interrupted installation of " + home.app() + " " + staging.version());
                yield Optional.empty();
            }
            case Journal.Entry.Activating activating -> forward(activating, change.source());
            case Journal.Entry.Activated activated -> complete(activated, change.source());
        };
    }

    /** The version was complete at this step, so going on is shorter than going back. */
    private Optional<Receipt> forward(Journal.Entry.Activating plan, SourceRecord source) throws InstallException {
        Version version = plan.next().current();
        if (!home.has(version)) {
            pointer.links().undo(plan.next(), new ReceiptFile(home).read());
            abandon(version, source, "its folder is missing");
            return Optional.empty();
        }
        try {
            Receipt after = new VersionSwitch(home, pointer, listener).to(plan, source);
            listener.notice("finished the interrupted switch to " + home.app() + " " + version);
            confirm(after, plan.before(), source);
            return plan.hold().map(_ -> after);
        } catch (CcoException e) {
            abandon(version, source, e.getMessage());
            return Optional.empty();
        }
    }

    /** The source goes with the version. The killed process may have moved the pointer to it. */
    private void abandon(Version version, SourceRecord source, String reason) throws InstallException {
        listener.notice("abandoned the interrupted switch to " + version + ": " + reason);
        if (!home.has(version) || !pointer.read().equals(Optional.of(version))) {
            new VersionSwitch(home, pointer, listener).undo(source);
        }
    }

    /** The pointer decides: a user may have moved it back since. */
    private Optional<Receipt> complete(Journal.Entry.Activated activated, SourceRecord source) throws InstallException {
        Receipt next = activated.next();
        if (!pointer.read().equals(Optional.of(next.current()))) {
            return Optional.empty();
        }
        new ReceiptFile(home).write(next);
        if (activated.hold().isPresent()) {
            new HoldFile(home).write(activated.hold().get(), listener);
        }
        List<ProgramLink> missing = next.links().stream()
                .filter(link -> !pointer.links().exists(link))
                .toList();
        pointer.links().complete(next, missing);
        listener.notice("finished the interrupted switch to " + home.app() + " " + next.current());
        confirm(next, activated.before(), source);
        return activated.hold().map(_ -> next);
    }

    /** The killed process may not have seen whether the version works. */
    private void confirm(Receipt current, Optional<Receipt> before, SourceRecord source) {
        Optional<Receipt> wayBack = probation.wayBack(before, current);
        if (wayBack.isEmpty()) {
            return;
        }
        try {
            probation.require(current, wayBack, source);
        } catch (CcoException e) {
            listener.warning(ProgressListener.Warning.WENT_BACK, e.getMessage() + "; " + e.hint());
        }
    }
}
