package cco.core.manifest;

import cco.core.model.RepositoryFile;
import cco.core.model.Version;

/**
 * A file that turns an installed version into this one.
 *
 * @param from the version that has to be installed
 * @param file the delta in the repository, with its digest and size
 */
public record Delta(Version from, RepositoryFile file) {}
