package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes an app: {@link #removeCommands}, then {@link #removeContents}, then {@link #finish}.
 *
 * <p>After a crash at any moment a receipt is left, with which another removal can finish the job, and no command leads
 * nowhere. Outside the app's folders it deletes only files that are still commands of the app.
 */
public final class AppRemoval {

    private final AppLock lock;
    private final AppHome home;
    private final PlatformInstaller installer;
    private final ProgressListener listener;
    private final List<Path> inUse = new ArrayList<>();

    /** Creates a removal of the locked app. */
    public AppRemoval(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.lock = lock;
        this.home = lock.home();
        this.installer = installer;
        this.listener = listener;
    }

    /**
     * Removes the commands in the receipt.
     *
     * @return the commands that stay because another file has taken their place
     * @throws InstallException if a command cannot be removed; the app still runs
     */
    public List<Path> removeCommands(Receipt receipt) throws InstallException {
        List<Path> foreign = new ArrayList<>();
        for (Path file : receipt.outside()) {
            try {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                if (installer.exposes(home.data(), file)) {
                    Files.delete(file);
                    DurableFiles.syncDirectory(file.getParent());
                } else {
                    foreign.add(file);
                }
            } catch (IOException | RuntimeException e) {
                throw InstallErrors.of("cannot remove the command " + file, e, "check the permissions of its folder");
            }
        }
        return foreign;
    }

    /**
     * Removes all versions and the state of the app, except the receipt and the lock.
     *
     * @throws InstallException if a file cannot be removed; the receipt is still there
     */
    public void removeContents() throws InstallException {
        clearLinkedVersions();
        clear(home.data(), home.receipt());
        clear(home.state(), home.lock());
        removeLater();
    }

    /** Only Windows has files in use, and only its administrators may schedule a deletion. */
    private void removeLater() {
        boolean afterRestart = false;
        boolean refused = false;
        for (Path file : inUse) {
            try {
                afterRestart |= installer.remove(file) == PlatformInstaller.Removal.AFTER_REBOOT;
            } catch (IOException | RuntimeException e) {
                refused = true;
            }
        }
        if (refused) {
            listener.notice(home.app() + " is still running; delete " + home.inUseFolder() + " when it has ended");
        } else if (afterRestart) {
            listener.notice(home.app() + " is still running; its files are deleted when the computer restarts");
        }
        new TreeRemoval(home.inUseFolder()).deleteUnused();
    }

    /** Removes the receipt and the app's folders, and releases the lock. */
    public void finish() throws InstallException {
        try {
            Files.deleteIfExists(home.receipt());
            Files.deleteIfExists(home.data());
            if (Files.isDirectory(home.data().getParent())) {
                DurableFiles.syncDirectory(home.data().getParent());
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot remove " + home.data(), e, "check the permissions there");
        }
        try {
            lock.remove();
        } catch (InstallException e) {
            listener.notice(e.getMessage());
        }
    }

    /** If the folder of the versions is a link to another disk, its target may hold other files, which stay. */
    private void clearLinkedVersions() throws InstallException {
        if (!Files.isSymbolicLink(home.versionsFolder())) {
            return;
        }
        List<Version> versions = home.versions();
        try {
            for (Version version : versions) {
                DurableFiles.deleteTree(home.version(version));
            }
            DurableFiles.deleteTree(home.incomingFolder());
        } catch (IOException e) {
            throw cannotEmpty(home.versionsFolder(), e);
        }
    }

    private void clear(Path folder, Path except) throws InstallException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.equals(except))) {
            for (Path file : files) {
                inUse.addAll(new TreeRemoval(home.inUseFolder()).delete(file));
            }
        } catch (IOException e) {
            throw cannotEmpty(folder, e);
        }
    }

    private static InstallException cannotEmpty(Path folder, IOException reason) {
        return InstallErrors.of("cannot empty " + folder, reason, "check the permissions there, then try again");
    }
}
