package cco.core.manifest;

import cco.core.model.RepositoryFile;
import cco.core.model.Version;

/**
 * A file that turns an installed version into this one.
 *
 * @param from the version that has to be installed
 */
public record Delta(Version from, RepositoryFile file) {}
