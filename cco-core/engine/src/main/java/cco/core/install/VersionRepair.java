package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.FileModes;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;

/** Puts single things of an app back to what was recorded, once a {@link Recovery} has run. It downloads nothing. */
public final class VersionRepair {

    private final AppHome home;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** The mending of the app that is locked. */
    public VersionRepair(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Makes the recorded command again.
     *
     * @throws InstallException if another file is in its place
     */
    public void command() throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        if (receipt.command().isPresent()) {
            Receipt next = receipt.withOutside(pointer.expose(receipt.command().get(), receipt.executable()));
            if (!next.equals(receipt)) {
                new ReceiptFile(home).write(next);
            }
        }
    }

    /** Makes those files of a version executable again that were; nothing if the version is gone. */
    public void modes(Version version) throws InstallException {
        if (!home.has(version)) {
            return;
        }
        for (FileDamage damage : new FileCheck(home).check(version)) {
            if (damage.kind() == FileDamage.Kind.NOT_EXECUTABLE) {
                try {
                    FileModes.makeExecutable(home.version(version).resolve(damage.path()));
                } catch (IOException e) {
                    throw InstallErrors.of(
                            "cannot make " + damage.path() + " executable",
                            e,
                            "check who owns " + home.version(version));
                }
            }
        }
    }

    /** Removes a version that is not current. */
    public void drop(Version version) throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        Receipt next = receipt.only(other -> !other.equals(version));
        if (next.equals(receipt)) {
            return;
        }
        new ReceiptFile(home).write(next);
        try {
            if (home.has(version)) {
                new VersionStore(home).discard(version);
            }
            listener.notice("removed " + home.app() + " " + version + ", which was damaged; cco update " + home.app()
                    + " --version " + version + " installs it again");
        } catch (IOException e) {
            throw InstallErrors.of("cannot remove " + home.app() + " " + version, e, "check the permissions there");
        }
    }
}
