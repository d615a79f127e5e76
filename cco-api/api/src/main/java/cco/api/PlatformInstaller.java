package cco.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes one installed version the current version, in the way that the operating system allows.
 *
 * <p>Before the host calls {@link #activate}, {@code versions/<version>} in the app's home is complete and synced. The
 * host records the call in its journal before and after. An installer never copies, changes or deletes a version.
 */
public interface PlatformInstaller {

    /** {@return the name of the installer: lower-case letters, digits and dashes} */
    String id();

    /**
     * Returns whether this installer works on an operating system.
     *
     * @param osName the value of {@code os.name}
     * @return whether it works there
     */
    boolean supports(String osName);

    /**
     * Returns the current version.
     *
     * @param home the app's home folder
     * @return the version; empty before the first activation
     * @throws IOException if the pointer cannot be read or does not point at a version
     */
    Optional<String> current(Path home) throws IOException;

    /**
     * Makes a version current, atomically and repeatably.
     *
     * <p>At every moment, even after a power cut, either the old or the new version is current. Activating the current
     * version again succeeds without a change.
     *
     * @param home the app's home folder
     * @param version the name of a folder in {@code home/versions}
     * @throws IOException if nothing was changed
     */
    void activate(Path home, String version) throws IOException;

    /**
     * Creates or renews the command that the user types.
     *
     * <p>The command follows the pointer to the current version, so it does not change with the version.
     *
     * @param home the app's home folder
     * @param executable the path of the program in a version
     * @param bin the folder for the command, created if missing
     * @param command the name of the command
     * @return the created file
     * @throws java.nio.file.FileAlreadyExistsException if a file exists there that is not a command of this app
     * @throws IOException if the command cannot be created
     */
    Path expose(Path home, String executable, Path bin, String command) throws IOException;

    /**
     * Creates or renews a command so that it starts one version, whichever is current.
     *
     * <p>The host calls this before it switches to a version whose program has another path, and {@link #expose}
     * afterwards. By default, this does the same as {@link #expose}: until the switch, the command starts nothing.
     *
     * @param home the app's home folder
     * @param version the name of a folder in {@code home/versions}
     * @param executable the path of the program in that version
     * @param bin the folder for the command, created if missing
     * @param command the name of the command
     * @return the created file
     * @throws java.nio.file.FileAlreadyExistsException if a file exists there that is not a command of this app
     * @throws IOException if the command cannot be created
     */
    default Path exposeVersion(Path home, String version, String executable, Path bin, String command)
            throws IOException {
        return expose(home, executable, bin, command);
    }

    /**
     * Returns whether a file is still the command that {@link #expose} created for the app.
     *
     * <p>The host removes only such a file with the app.
     *
     * @param home the app's home folder
     * @param file the result of {@link #expose}
     * @return whether it is; false if the installer cannot decide
     * @throws IOException if the file cannot be read
     */
    default boolean exposes(Path home, Path file) throws IOException {
        return false;
    }

    /**
     * Returns the name of the file that starts a command.
     *
     * @param command the name of the command
     * @return the name of the file that {@link #expose} creates for it
     */
    default String commandFile(String command) {
        return command;
    }

    /** When a removed file is gone. */
    enum Removal {
        /** The file is gone. */
        DONE,
        /** The operating system deletes the file when the computer starts again. */
        AFTER_REBOOT
    }

    /**
     * Deletes a file or an empty folder that a running program may have open.
     *
     * <p>The host calls this for files that it cannot delete in another way, during the removal of an app.
     *
     * @param file the file, which may be missing
     * @return when it is gone
     * @throws IOException if it cannot be deleted, now or later
     */
    default Removal remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Removal.DONE;
    }
}
