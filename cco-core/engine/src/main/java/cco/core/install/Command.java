package cco.core.install;

import java.nio.file.Path;

/**
 * What the user types.
 *
 * @param bin the folder, absolute
 * @param name the command's name
 */
public record Command(Path bin, String name) {

    public Command {
        bin = bin.toAbsolutePath().normalize();
    }
}
