package cco.publisher.publish;

import cco.core.model.Platform;

/**
 * What came of compressing one archive again.
 *
 * @param size of the alternate in bytes
 * @param archiveSize of the archive in bytes
 * @param published whether clients get it; if not, it would save too little
 */
public record CompressedArchive(Platform platform, long size, long archiveSize, boolean published) {}
