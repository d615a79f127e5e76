/**
 * Publishes a whole version of a {@link cco.publisher.project.ReleaseProject} in its repository: the builds of all
 * platforms at once, the release notes, and deltas. Each step can be repeated, and continues where it was interrupted.
 * Signing and uploading follow.
 */
package cco.publisher.publish;
