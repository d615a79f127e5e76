package cco.publisher.upload;

import cco.publisher.project.Destination;

/**
 * The result of an upload.
 *
 * @param serial of the manifest that is there now
 * @param timestamp the version of the timestamp that is there now; 0 without signed metadata
 * @param sent the number of files that were sent
 * @param deleted the number of obsolete files that were deleted
 */
public record UploadResult(Destination destination, long serial, long timestamp, int sent, int deleted) {}
