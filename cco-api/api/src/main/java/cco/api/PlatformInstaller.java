package cco.api;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Makes one installed version the current one, the way the operating system allows it.
 *
 * <p>The host has completed and synced {@code versions/<version>} below the app's home before it calls
 * {@link #activate}, and records the call in its journal before and after. An installer never copies, changes or
 * deletes a version.
 */
public interface PlatformInstaller {

    /** The installer's name: lower-case letters, digits and dashes. */
    String id();

    /** Whether this installer is made for the operating system, given as the value of {@code os.name}. */
    boolean supports(String osName);

    /**
     * The version that is current.
     *
     * @param home the app's home folder
     * @return nothing before the first activation
     * @throws IOException if the pointer cannot be read or points elsewhere than at a version
     */
    Optional<String> current(Path home) throws IOException;

    /**
     * Makes a version current, all or nothing: at every moment either the old or the new version is current, also after
     * a power cut. Repeatable: activating the current version again changes nothing and succeeds.
     *
     * @param home the app's home folder
     * @param version the name of a folder in {@code home/versions}
     * @throws IOException if nothing was changed
     */
    void activate(Path home, String version) throws IOException;

    /**
     * Creates or renews the command that the user types. It goes through the pointer, so it need not change when the
     * version does.
     *
     * @param home the app's home folder
     * @param executable the program's path inside a version
     * @param bin the folder for the command, created if missing
     * @param command the command's name
     * @return the file that was created
     * @throws java.nio.file.FileAlreadyExistsException if a file that is not a command of this app is in the way
     * @throws IOException if the command cannot be created
     */
    Path expose(Path home, String executable, Path bin, String command) throws IOException;

    /**
     * Whether a file is still a command that {@link #expose} has made for the app, and nobody has put another in its
     * place. Only such a file is removed with the app.
     *
     * @param home the app's home folder
     * @param file what {@link #expose} returned
     * @return no, for an installer that cannot tell
     * @throws IOException if the file cannot be read
     */
    default boolean exposes(Path home, Path file) throws IOException {
        return false;
    }
}
