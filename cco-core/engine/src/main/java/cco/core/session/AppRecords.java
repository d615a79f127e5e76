package cco.core.session;

import cco.core.error.CheckedRunnable;
import cco.core.error.InstallException;
import cco.core.install.AfterSwitch;
import cco.core.install.HistoryFile;
import cco.core.install.HoldFile;
import cco.core.install.QuarantineFile;
import cco.core.model.HistoryEntry;
import cco.core.model.Hold;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Records what happened to an app besides its receipt: history, hold and quarantine. The change itself is done by then,
 * so a failure is only a notice.
 */
public final class AppRecords {

    private final AppSession session;

    /** The records of the app of a session that holds the lock. */
    public AppRecords(AppSession session) {
        this.session = session;
    }

    /** Adds a change to the history. */
    public void history(HistoryEntry.Kind kind, Optional<Version> from, Version to, String source) {
        HistoryEntry entry = new HistoryEntry(
                now(), kind, from, to, source, session.context().actor());
        record(to, () -> new HistoryFile(session.home()).add(entry));
    }

    /** Holds the app at a version that the user has chosen. */
    public void hold(Version version) {
        Hold hold = new Hold(version, now(), Hold.Cause.VERSION);
        record(version, () -> new HoldFile(session.home()).write(hold, session.listener()));
    }

    /** Keeps cco from trying an archive again that did not work. */
    void quarantine(Version version, Sha256 archive, String reason) {
        try {
            new QuarantineFile(session.home()).add(new Quarantined(version, archive, now(), reason));
        } catch (InstallException e) {
            session.listener().notice(e.getMessage());
        }
    }

    /** Ends the quarantine of a version that has started. */
    void release(Version version) {
        record(version, () -> new QuarantineFile(session.home()).remove(version));
    }

    private void record(Version current, CheckedRunnable<InstallException> work) {
        try {
            work.run();
        } catch (InstallException e) {
            session.listener().notice(new AfterSwitch(session.app(), current).but(e));
        }
    }

    private Instant now() {
        return session.context().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
