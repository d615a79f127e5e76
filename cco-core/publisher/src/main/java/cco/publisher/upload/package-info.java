/**
 * Uploads a release repository to the places that serve it, with the tools that serve each place: rsync, rclone, or
 * git and gh.
 *
 * <p>Files go out in the order of {@link cco.publisher.upload.UploadStep}: first those that nothing refers to yet, last
 * the one that makes the rest visible. So users never see half a release, and an upload that was killed can be
 * repeated. Nothing goes out to a place that knows a newer state than this repository.
 */
package cco.publisher.upload;
