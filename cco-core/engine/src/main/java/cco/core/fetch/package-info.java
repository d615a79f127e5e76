/**
 * From an origin to a verified file: limits, retries, the cache of downloads, and verifiers.
 *
 * <p>{@link cco.core.fetch.Fetcher} asks origins in order, through {@link cco.core.fetch.OriginClient}, which watches
 * size and rate and repeats what failed by chance. A download resumes, is hashed as it grows, and becomes a {@link
 * cco.core.fetch.VerifiedBlob} when every required verifier accepts it. Nothing here decides what to trust.
 */
package cco.core.fetch;
