/**
 * The publisher's side: turns archives into a release repository, which is nothing but static files.
 *
 * <p>{@link cco.publisher.pack.Packer} makes an archive of a folder. {@link
 * cco.publisher.repository.ReleaseRepository} adds one
 * {@link cco.publisher.pack.Build} at a time: it composes everything in a working folder of the repository, then moves
 * it
 * into place: the archive, the list of its files, the checksums, and at the very end the manifest, which alone makes
 * the rest known. So the repository is valid at every moment, and it can be served or copied while it is changed.
 * What is published never changes; what is said of it, {@link cco.publisher.repository.PublishedReleases} changes:
 * channels,
 * roll-outs, withdrawals and notices, which are in the manifest alone.
 *
 * <p>An update needs none of this.
 */
package cco.publisher.repository;
