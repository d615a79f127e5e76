package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
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
    private final ProgressListener listener;

    /** Creates a recovery of the locked app, which reports to the listener. */
    public Recovery(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Runs the recovery.
     *
     * @throws InstallException if the pointer or the receipt cannot be read; nothing was deleted
     */
    public void run() throws InstallException {
        Optional<Journal.Entry> entry = journal();
        if (entry.isPresent()) {
            resume(entry.get());
        }
        List<Version> removed = new Reconciler(home, pointer, listener).settle();
        if (entry.isEmpty()) {
            removed.forEach(version -> listener.notice("removed leftovers of " + home.app() + " " + version));
        }
    }

    /** A damaged journal must not stop all updates; the files on disk are enough to continue. */
    private Optional<Journal.Entry> journal() throws InstallException {
        try {
            return new Journal(home).read();
        } catch (JsonException e) {
            listener.notice("ignored the damaged journal " + home.journal() + ": " + e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw InstallErrors.of("cannot read the journal " + home.journal(), e, "check the permissions there");
        }
    }

    private void resume(Journal.Entry entry) throws InstallException {
        switch (entry) {
            case Journal.Entry.Staging staging ->
                listener.notice("undid an interrupted installation of " + home.app() + " " + staging.version());
            case Journal.Entry.Activating activating -> forward(activating);
            case Journal.Entry.Activated activated -> complete(activated.next());
        }
    }

    /** The version was complete at this step, so going on is shorter than going back. */
    private void forward(Journal.Entry.Activating plan) throws InstallException {
        Version version = plan.next().current();
        if (!home.has(version)) {
            pointer.links().undo(plan.next(), new ReceiptFile(home).read());
            listener.notice("abandoned the interrupted switch to " + version + ": its folder is missing");
            return;
        }
        try {
            new VersionSwitch(home, pointer, listener).to(plan);
            listener.notice("finished the interrupted switch to " + home.app() + " " + version);
        } catch (InstallException e) {
            listener.notice("abandoned the interrupted switch to " + version + ": " + e.getMessage());
        }
    }

    /** The pointer decides: a user may have moved it back since. */
    private void complete(Receipt next) throws InstallException {
        if (pointer.read().equals(Optional.of(next.current()))) {
            new ReceiptFile(home).write(next);
            listener.notice("finished the interrupted switch to " + home.app() + " " + next.current());
        }
    }
}
