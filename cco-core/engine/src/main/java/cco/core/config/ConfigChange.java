package cco.core.config;

import cco.core.model.Sha256;

/**
 * A change of the configuration file, for {@link ConfigFile#undo}.
 *
 * @param before the content before the change; empty if there was no file
 * @param after the digest of the content after it
 */
public record ConfigChange(byte[] before, Sha256 after) {}
