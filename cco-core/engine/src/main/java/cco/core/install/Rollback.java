package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.Hold;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Switches to another installed version, without network. The version it leaves becomes the previous one, so a second
 * rollback returns to it.
 */
public final class Rollback {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;
    private final InstantSource clock;

    /** Creates a rollback of the locked app. Run {@link Recovery} first. */
    public Rollback(AppLock lock, PlatformInstaller installer, ProgressListener listener, InstantSource clock) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
        this.clock = clock;
    }

    /**
     * Switches to the previous version, and holds the app there.
     *
     * @return the receipt as written
     * @throws InstallException if it is missing or damaged, or does not start; nothing has changed
     * @throws cco.core.error.NotManagedException if the app has no receipt
     */
    public Receipt toPrevious() throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        Version previous = receipt.previous()
                .orElseThrow(() -> new InstallException(
                        "there is no previous version of " + home.app() + " to go back to from " + receipt.current(),
                        "run `cco update " + home.app() + " --version VERSION` to install an older version"));
        Hold hold = new Hold(previous, clock.instant().truncatedTo(ChronoUnit.SECONDS), Hold.Cause.ROLLBACK);
        return to(receipt, previous, Optional.of(hold));
    }

    /**
     * Switches to an installed version, unless it is current already.
     *
     * @return the receipt as written
     * @throws InstallException if it is not installed or damaged, or does not start; nothing has changed
     * @throws cco.core.error.NotManagedException if the app has no receipt
     */
    public Receipt to(Version version) throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        return version.equals(receipt.current()) ? receipt : to(receipt, version, Optional.empty());
    }

    private Receipt to(Receipt receipt, Version version, Optional<Hold> hold) throws CcoException {
        if (receipt.find(version).isEmpty() || !home.has(version)) {
            throw new InstallException(
                    home.app() + " " + version + " is not installed, only " + list(receipt.installed()),
                    "run `cco update " + home.app() + " --version " + version + "` to install it");
        }
        refuseDamaged(version);
        listener.began(ProgressListener.Phase.PROVE, -1);
        new StartCheck(home).require(receipt.find(version).orElseThrow());
        listener.began(ProgressListener.Phase.ACTIVATE, -1);
        Receipt next = receipt.switchedTo(version);
        VersionSwitch change = new VersionSwitch(home, pointer, listener);
        Reconciler reconciler = new Reconciler(home, pointer, listener);
        try {
            Receipt after = hold.isPresent() ? change.to(next, hold.get()) : change.to(next);
            reconciler.finish(Optional.of(version));
            return after;
        } catch (CcoException e) {
            reconciler.finish(Optional.empty());
            throw e;
        }
    }

    private void refuseDamaged(Version version) throws InstallException {
        listener.began(ProgressListener.Phase.VERIFY, -1);
        List<FileDamage> damages = new FileCheck(home).check(version);
        if (!damages.isEmpty()) {
            String more = damages.size() == 1 ? "" : ", and " + (damages.size() - 1) + " more";
            throw new InstallException(
                    home.app() + " " + version + " is damaged: " + damages.getFirst() + more,
                    "run `cco doctor " + home.app() + " --repair`, or `cco update " + home.app() + " --version "
                            + version + "` to install it again");
        }
    }

    private static String list(List<InstalledVersion> installed) {
        return installed.stream().map(entry -> entry.version().toString()).collect(Collectors.joining(", "));
    }
}
