package cco.core.mirror;

/**
 * What a copy changed.
 *
 * @param versions the number of versions in the mirror
 * @param copied the number of files that were downloaded
 * @param bytes their size
 * @param removed the number of files that no client needs any more
 */
public record MirrorResult(int versions, int copied, long bytes, int removed) {}
