package cco.core.env;

import cco.core.disk.FolderOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The empty file {@code data/.home} in a home of cco. With it, the cco that is installed there uses this home without
 * {@code CCO_HOME}. It applies only to its owner, so that other users of a system-wide cco keep their own homes.
 */
public final class HomeMarker {

    private static final String NAME = ".home";
    private static final Path VERSIONS = Path.of("data/apps/cco/versions");

    private HomeMarker() {}

    /**
     * {@return the marker in a home}
     *
     * @param data the folder for installed programs
     */
    public static Path in(Path data) {
        return data.resolve(NAME);
    }

    /**
     * {@return the marked home that contains a bundle}
     *
     * @param bundle the folder of the running cco, without symbolic links
     */
    static Optional<Path> homeOf(Path bundle) {
        Path versions = bundle.getParent();
        if (versions == null || !versions.endsWith(VERSIONS)) {
            return Optional.empty();
        }
        Path data = versions.getParent().getParent().getParent();
        Path marker = in(data);
        boolean own = Files.isRegularFile(marker) && FolderOwner.other(marker).isEmpty();
        return own ? Optional.ofNullable(data.getParent()) : Optional.empty();
    }
}
