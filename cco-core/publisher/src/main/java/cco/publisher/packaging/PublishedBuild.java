package cco.publisher.packaging;

import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import java.nio.file.Path;

/**
 * The archive of one platform.
 *
 * @param file the archive in the repository
 * @param archive its description in the manifest
 * @param top its top-level folder; empty if it has none
 * @param executable the path of the program below it, with slashes
 */
record PublishedBuild(Platform platform, Path file, RepositoryFile archive, String top, String executable) {

    /** The path of the program in the archive. */
    String path() {
        return top.isEmpty() ? executable : top + "/" + executable;
    }

    /** The name of the architecture in the platform's name. */
    String architecture() {
        return platform.value().substring(platform.value().indexOf('-') + 1);
    }
}
