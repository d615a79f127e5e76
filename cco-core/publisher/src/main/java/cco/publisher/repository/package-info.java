/**
 * Turns builds into a release repository, which consists of static files.
 *
 * <p>{@link cco.publisher.repository.ReleaseRepository} adds one {@link cco.publisher.pack.Build} at a time. It
 * composes everything in a working folder of the repository, then moves it into place: the archive, its file list, the
 * checksums, and last the manifest, which makes the rest known. So the repository is valid at every moment, and can be
 * served or copied while it changes. Published archives never change; {@link
 * cco.publisher.repository.PublishedReleases} changes what the manifest says about them: channels, rollouts,
 * withdrawals and notices.
 */
package cco.publisher.repository;
