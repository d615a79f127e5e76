package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way back to a version that is still installed. It needs no network. The version left becomes the previous one, so
 * that a second rollback leads back to it.
 */
public final class Rollback {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** A rollback of the app that is locked, once a {@link Recovery} has put its home into order. */
    public Rollback(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Back to the version before.
     *
     * @return the receipt as it is on disk
     * @throws InstallException if there is none, or it is damaged; nothing was changed
     * @throws cco.core.error.NotManagedException if the app has no receipt
     */
    public Receipt toPrevious() throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        return to(receipt.previous()
                .orElseThrow(() -> new InstallException(
                        "there is no version before " + home.app() + " " + receipt.current() + " on this machine",
                        "an older version can be installed with cco update " + home.app() + " --version VERSION")));
    }

    /**
     * To an installed version. If it is current already, nothing is done.
     *
     * @return the receipt as it is on disk
     * @throws InstallException if it is not installed, or damaged; nothing was changed
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
                    "it can be installed with cco update " + home.app() + " --version " + version);
        }
        refuseDamaged(version);
        listener.began(ProgressListener.Phase.ACTIVATE, -1);
        Receipt next = receipt.switchedTo(version);
        boolean moved = !next.executable().equals(receipt.executable());
        try {
            return new VersionSwitch(home, pointer, listener).to(new Journal.Entry.Activating(next, moved));
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
                    "cco update " + home.app() + " --version " + version + " installs it again");
        }
    }

    private void settle() {
        try {
            new Reconciler(home, pointer, listener).settle();
        } catch (CcoException e) {
            listener.notice("left for the next run to tidy up: " + e.getMessage());
        }
    }

    private static String list(List<Installed> installed) {
        return installed.stream().map(entry -> entry.version().toString()).collect(Collectors.joining(", "));
    }
}
