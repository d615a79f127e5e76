package cco.core.install;

import cco.api.PlatformInstaller;
import java.nio.file.Path;

/**
 * The command of an app: a file that starts its current program.
 *
 * @param bin the folder of the file, absolute
 * @param name the command's name
 */
public record AppCommand(Path bin, String name) {

    public AppCommand {
        bin = bin.toAbsolutePath().normalize();
    }

    /** The file that the user starts, as the installer names it. */
    public Path file(PlatformInstaller installer) {
        return bin.resolve(installer.commandFile(name));
    }
}
