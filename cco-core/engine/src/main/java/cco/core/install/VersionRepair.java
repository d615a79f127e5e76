package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.FileModes;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.stage.CdsArchive;
import java.io.IOException;
import java.nio.file.Path;

/** Restores single parts of an app from its records. Run {@link Recovery} first. Downloads nothing. */
public final class VersionRepair {

    private final AppHome home;
    private final PlatformInstaller installer;
    private final Pointer pointer;
    private final ProgressListener listener;

    /** Creates a repair of the locked app. */
    public VersionRepair(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.home = lock.home();
        this.installer = installer;
        this.pointer = new Pointer(home, installer, listener);
        this.listener = listener;
    }

    /**
     * Creates the recorded commands again, and removes those that the current version does not have.
     *
     * @param bin the folder for commands, which gets the command if the home of the app was moved
     *
     * @throws InstallException if another file has taken the place of one
     */
    public void restoreCommands(Path bin) throws CcoException {
        Receipt receipt = new ReceiptFile(home).require();
        if (receipt.command().isEmpty()) {
            return;
        }
        AppCommand recorded = receipt.command().get();
        AppCommand command = new CommandCheck(home, installer, bin).place(recorded);
        Receipt placed = receipt.with(command);
        if (!command.equals(recorded)) {
            for (ProgramLink former : receipt.links()) {
                placed = placed.withoutOutside(former.file(installer));
            }
        }
        pointer.links().requirePlaces(placed.links());
        Receipt next = pointer.links().prune(pointer.links().expose(placed, placed.links()));
        if (!next.equals(receipt)) {
            new ReceiptFile(home).write(next);
        }
    }

    /** Makes the programs of a version executable again, if the version exists. */
    public void restoreModes(Version version) throws InstallException {
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

    /** Makes the startup archive of a version again if it is damaged. */
    public void restoreArchive(Version version) throws InstallException {
        if (new StartCheck(home).hasDamagedArchive(version)) {
            try {
                CdsArchive.renew(home.version(version), listener);
            } catch (IOException e) {
                throw InstallErrors.of(
                        "cannot make the startup archive of " + version + " again",
                        e,
                        "check who owns " + home.version(version));
            }
        }
    }

    /** Removes a damaged version, unless it is current. */
    public void remove(Version version) throws CcoException {
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
            listener.notice("removed the damaged " + home.app() + " " + version + "; run `cco update " + home.app()
                    + " --version " + version + "` to install it again");
        } catch (IOException e) {
            throw InstallErrors.of("cannot remove " + home.app() + " " + version, e, "check the permissions there");
        }
    }
}
