package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Switches to another installed version, without network. The version it leaves becomes the previous one, so a second
 * rollback returns to it.
 */
public final class Rollback {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** Creates a rollback of the locked app. Run {@link Recovery} first. */
    public Rollback(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Switches to the previous version.
     *
     * @return the receipt as written
     * @throws InstallException if it is missing or damaged, or does not start; nothing has changed
     * @throws cco.core.error.NotManagedException if the app has no receipt
     */
    public Receipt toPrevious() throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        return to(receipt.previous()
                .orElseThrow(() -> new InstallException(
                        "there is no previous version of " + home.app() + " to go back to from " + receipt.current(),
                        "run `cco update " + home.app() + " --version VERSION` to install an older version")));
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
        if (version.equals(receipt.current())) {
            return receipt;
        }
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
        try {
            return new VersionSwitch(home, pointer, listener).to(next);
        } finally {
            settle();
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

    private void settle() {
        try {
            new Reconciler(home, pointer, listener).settle();
        } catch (CcoException e) {
            listener.notice("the next run will clean up: " + e.getMessage());
        }
    }

    private static String list(List<InstalledVersion> installed) {
        return installed.stream().map(entry -> entry.version().toString()).collect(Collectors.joining(", "));
    }
}
