/**
 * From an origin's address to a verified file: the one HTTP stack, the limits, the cache of downloads.
 *
 * <p>{@link cco.core.http.HttpTransport} speaks HTTP and settles addresses, redirects, proxy, certificates and ranges.
 * {@link cco.core.fetch.Fetcher} asks origins in order through it, watches pace and size, resumes, hashes, and lets
 * verifiers judge; {@link cco.core.fetch.VerifiedBlob} is what comes out. {@link cco.publisher.serve.MirrorServer} is
 * the
 * other end, for trying out. Nothing here decides what to trust, and no other package opens a connection.
 */
package cco.core.fetch;
