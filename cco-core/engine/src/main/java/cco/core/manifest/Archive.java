package cco.core.manifest;

import cco.core.model.RepositoryFile;
import java.util.Optional;

/**
 * The archive of one version for one platform. With this record alone a version can be downloaded again, even after the
 * manifest has expired or dropped the version.
 *
 * @param file the archive itself
 * @param list the list of its content ({@code *.files.json}), if the publisher provides one
 */
public record Archive(RepositoryFile file, Optional<RepositoryFile> list) {}
