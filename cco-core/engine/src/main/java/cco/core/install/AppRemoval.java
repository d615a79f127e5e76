package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes an app off the machine, in an order in which a crash at any moment leaves a receipt, by which another removal
 * can finish it, and never a command that leads nowhere: {@link #commands}, {@link #contents}, at last {@link #end}.
 * Files outside the app's folders go only if they are still commands of its own.
 */
public final class AppRemoval {

    private final AppLock lock;
    private final AppHome home;
    private final PlatformInstaller installer;
    private final ProgressListener listener;

    /** The removal of the app that is locked. */
    public AppRemoval(AppLock lock, PlatformInstaller installer, ProgressListener listener) {
        this.lock = lock;
        this.home = lock.home();
        this.installer = installer;
        this.listener = listener;
    }

    /**
     * Removes the commands that the receipt names.
     *
     * @return those that stay, because somebody has put other files in their places
     * @throws InstallException if one cannot be removed; the app still runs
     */
    public List<Path> commands(Receipt receipt) throws InstallException {
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
     * Removes all versions and what is remembered of the app; only the receipt and the lock stay.
     *
     * @throws InstallException if something cannot be removed; the receipt is still there
     */
    public void contents() throws InstallException {
        clear(home.data(), home.receipt());
        clear(home.state(), home.lock());
    }

    /** Removes the receipt, then the app's folders; gives the lock back. */
    public void end() throws InstallException {
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

    private void clear(Path folder, Path except) throws InstallException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, file -> !file.equals(except))) {
            for (Path file : files) {
                DurableFiles.deleteTree(file);
            }
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot remove what is in " + folder, e, "check the permissions there, then try again");
        }
    }
}
