package cco.core.install;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Quarantined;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The first run of a version after the switch. If it fails, the version before becomes current again, and the new one
 * is quarantined, so that it is not offered again.
 *
 * <p>The journal names the version before until the run has ended, so that another process can repeat it.
 */
final class Probation {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;
    private final InstantSource clock;
    private boolean pending;

    Probation(AppHome home, Pointer pointer, ProgressListener listener, InstantSource clock) {
        this.home = home;
        this.pointer = pointer;
        this.listener = listener;
        this.clock = clock;
    }

    /** Whether going back has failed. The journal, with which the next run repeats the test, must stay then. */
    boolean isPending() {
        return pending;
    }

    /** The receipt to go back to from a version; empty if there is no other version. */
    Optional<Receipt> wayBack(Optional<Receipt> before, Receipt next) {
        return before.filter(receipt -> !receipt.current().equals(next.current()) && home.has(receipt.current()));
    }

    /**
     * Runs the current version.
     *
     * @param before the receipt to go back to; without it, a failure is a notice
     * @param source the source that came with the version, which goes back too
     * @throws InstallException if the version does not work, after the version before has become current again
     */
    void require(Receipt current, Optional<Receipt> before, SourceRecord source) throws CcoException {
        InstalledVersion entry = current.find(current.current()).orElseThrow();
        Optional<String> problem = new StartCheck(home).healthProblem(entry);
        if (problem.isEmpty()) {
            return;
        }
        String what = home.app() + " " + entry.version() + " " + problem.get();
        if (before.isEmpty()) {
            listener.notice(home.app() + " " + entry.version() + " is current, but " + problem.get());
            return;
        }
        quarantine(entry, problem.get());
        goBack(what, current, before.get(), source);
        throw new InstallException(
                "went back to " + before.get().current() + ": " + what,
                "cco does not install " + entry.version() + " again; report this to the publisher of " + home.app());
    }

    /** With the new files outside, so that those of the failed version are removed. */
    private void goBack(String what, Receipt failed, Receipt before, SourceRecord source) throws CcoException {
        Receipt next = before;
        for (Path file : failed.outside()) {
            next = next.withOutside(file);
        }
        pending = true;
        try {
            new VersionSwitch(home, pointer, listener).to(next, source.reversed());
            pending = false;
        } catch (CcoException e) {
            throw new InstallException(
                    what + ", and cco cannot go back to " + before.current() + ": " + e.getMessage(),
                    e.hint() + ", then run `cco update " + home.app() + "` to go back",
                    e);
        }
    }

    private void quarantine(InstalledVersion entry, String reason) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            if (entry.archive().isPresent()) {
                new QuarantineFile(home)
                        .add(new Quarantined(
                                entry.version(), entry.archive().get().file().sha256(), now, reason));
            }
        } catch (InstallException e) {
            listener.notice(e.getMessage());
        }
    }
}
