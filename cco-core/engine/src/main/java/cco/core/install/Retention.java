package cco.core.install;

import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes old versions. It always keeps the current version, the previous one and running ones, then the newest
 * others.
 */
public final class Retention {

    private final AppHome home;
    private final ProgressListener listener;

    /** Creates a retention for the locked app, to run after a switch. */
    public Retention(AppLock lock, ProgressListener listener) {
        this.home = lock.home();
        this.listener = listener;
    }

    /**
     * Removes versions beyond a limit. A version that cannot be removed is a notice; the next {@link Recovery} tries
     * again.
     *
     * @param receipt the receipt after the switch; it is not read again, since a failure to read it is not a failure to
     *     switch
     * @param keep the number of versions to keep, at least 1
     * @return the receipt as written
     */
    public Receipt keep(Receipt receipt, int keep) {
        Set<Version> kept = kept(receipt, keep);
        if (receipt.only(kept::contains).equals(receipt)) {
            return receipt;
        }
        keepRunning(receipt, kept);
        Receipt next = receipt.only(kept::contains);
        if (next.equals(receipt)) {
            return receipt;
        }
        try {
            // The receipt first: a half-removed version must not look installed.
            new ReceiptFile(home).write(next);
        } catch (InstallException e) {
            listener.notice(new AfterSwitch(home.app(), receipt.current())
                    .but("cannot remove old versions: " + e.getMessage()));
            return receipt;
        }
        for (InstalledVersion entry : receipt.installed()) {
            if (!kept.contains(entry.version())) {
                remove(entry.version(), new AfterSwitch(home.app(), receipt.current()));
            }
        }
        return next;
    }

    private void keepRunning(Receipt receipt, Set<Version> kept) {
        for (Version version : RunningVersions.of(home).keySet()) {
            if (receipt.find(version).isPresent() && kept.add(version)) {
                listener.notice("kept " + home.app() + " " + version + ", which is still running");
            }
        }
    }

    private static Set<Version> kept(Receipt receipt, int keep) {
        Set<Version> kept = new LinkedHashSet<>();
        kept.add(receipt.current());
        receipt.previous().ifPresent(kept::add);
        List<InstalledVersion> newestFirst = new ArrayList<>(receipt.installed()).reversed();
        for (InstalledVersion entry : newestFirst) {
            if (kept.size() < keep) {
                kept.add(entry.version());
            }
        }
        return kept;
    }

    private void remove(Version version, AfterSwitch notice) {
        try {
            new VersionStore(home).discard(version);
        } catch (IOException e) {
            listener.notice(notice.but(IoReason.explain("cannot remove " + home.app() + " " + version, e)));
        }
    }
}
