package cco.core.model;

/**
 * A regular file inside an archive or an installed version.
 *
 * @param path relative to the top-level folder, with slashes
 * @param size in bytes
 * @param executable whether its mode is 0755 rather than 0644
 * @param sha256 the digest of its content
 */
public record FileEntry(String path, long size, boolean executable, Sha256 sha256) {}
