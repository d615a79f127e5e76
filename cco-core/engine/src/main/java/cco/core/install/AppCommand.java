package cco.core.install;

import java.nio.file.Path;

/**
 * The command of an app: a link to its current program.
 *
 * @param bin the folder of the link, absolute
 * @param name the command's name
 */
public record AppCommand(Path bin, String name) {

    public AppCommand {
        bin = bin.toAbsolutePath().normalize();
    }

    /** The file that the user starts. */
    public Path file() {
        return bin.resolve(name);
    }
}
