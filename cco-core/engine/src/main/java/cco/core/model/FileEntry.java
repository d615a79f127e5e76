package cco.core.model;

/**
 * A regular file as it was unpacked; what is recorded of it lets a later repair find and replace it.
 *
 * @param path relative to the version's folder, with slashes
 * @param size in bytes
 * @param executable whether its owner may run it
 * @param sha256 of its content
 */
public record FileEntry(String path, long size, boolean executable, Sha256 sha256) {}
