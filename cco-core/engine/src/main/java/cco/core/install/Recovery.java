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
 * What every change begins with: it finishes or undoes what a killed process left, by the table in the description of
 * this package. With nothing left it only looks. It can itself be killed at any moment and be run again.
 */
public final class Recovery {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** A recovery of the app that is locked; the listener is told what was found and done. */
    public Recovery(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Brings the app's home into order.
     *
     * @throws InstallException if the pointer or the receipt is beyond what cco can judge; nothing was deleted then
     */
    public void run() throws InstallException {
        Optional<Journal.Entry> entry = journal();
        if (entry.isPresent()) {
            resume(entry.get());
        }
        List<Version> removed = new Reconciler(home, pointer, listener).settle();
        if (entry.isEmpty()) {
            removed.forEach(version -> listener.notice("removed what was left of " + home.app() + " " + version));
        }
    }

    /** A journal that cannot be read must not end all updates: the disk itself says enough to go on. */
    private Optional<Journal.Entry> journal() throws InstallException {
        try {
            return new Journal(home).read();
        } catch (JsonException e) {
            listener.notice("ignored the journal " + home.journal() + ", which is damaged: " + e.getMessage());
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

    /** The version was complete when the journal came to this step, so the shorter way out is ahead. */
    private void forward(Journal.Entry.Activating plan) throws InstallException {
        Version version = plan.next().current();
        if (!home.has(version)) {
            listener.notice("gave up the interrupted switch to " + version + ", whose folder is gone");
            return;
        }
        try {
            new VersionSwitch(home, pointer, listener).to(plan);
            listener.notice("finished the interrupted switch to " + home.app() + " " + version);
        } catch (InstallException e) {
            listener.notice("gave up the interrupted switch to " + version + ": " + e.getMessage());
        }
    }

    /** The pointer has the last word: somebody may have moved it back by hand in the meantime. */
    private void complete(Receipt next) throws InstallException {
        if (pointer.read().equals(Optional.of(next.current()))) {
            new ReceiptFile(home).write(next);
            listener.notice("finished the interrupted switch to " + home.app() + " " + next.current());
        }
    }
}
