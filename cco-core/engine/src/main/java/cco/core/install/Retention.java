package cco.core.install;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes old versions. The current version and the one before it are kept whatever the number; then the newest of the
 * others.
 */
public final class Retention {

    private final AppHome home;
    private final ProgressListener listener;

    /** A retention of the app that is locked, after a version has become current. */
    public Retention(AppLock lock, ProgressListener listener) {
        this.home = lock.home();
        this.listener = listener;
    }

    /**
     * Removes all but some versions. What cannot be removed is a notice, and tried again by the next {@link Recovery}.
     *
     * @param keep how many versions are wanted, at least 1
     * @return the receipt as it is on disk
     * @throws CcoException if there is no receipt, or none that can be read; nothing was removed
     */
    public Receipt keep(int keep) throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        Set<Version> kept = kept(receipt, keep);
        Receipt next = receipt.only(kept::contains);
        if (next.equals(receipt)) {
            return receipt;
        }
        try {
            // First the receipt: a version that is half removed must not look installed.
            new ReceiptFile(home).write(next);
        } catch (InstallException e) {
            listener.notice("old versions stay: " + e.getMessage());
            return receipt;
        }
        for (Installed entry : receipt.installed()) {
            if (!kept.contains(entry.version())) {
                remove(entry.version());
            }
        }
        return next;
    }

    private static Set<Version> kept(Receipt receipt, int keep) {
        Set<Version> kept = new LinkedHashSet<>();
        kept.add(receipt.current());
        receipt.previous().ifPresent(kept::add);
        List<Installed> newestFirst = new ArrayList<>(receipt.installed()).reversed();
        for (Installed entry : newestFirst) {
            if (kept.size() < keep) {
                kept.add(entry.version());
            }
        }
        return kept;
    }

    private void remove(Version version) {
        try {
            new VersionStore(home).discard(version);
        } catch (IOException e) {
            listener.notice("cannot remove " + home.app() + " " + version + ": " + IoReason.of(e));
        }
    }
}
