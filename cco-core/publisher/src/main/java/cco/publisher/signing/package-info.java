/**
 * Vouches for a release repository: the metadata of The Update Framework over the files that {@link
 * cco.publisher.repository}
 * put there. A {@link cco.publisher.signing.TufRepository} begins a repository's metadata, signs each release, keeps
 * them
 * fresh and replaces keys; a {@link cco.publisher.signing.RepositoryCheck} looks at the result as a client does.
 *
 * <p>Sized for one person: a root key and a targets key, used by hand, and one online key for snapshot and timestamp,
 * which a scheduled job may have. Each writes its files in the order in which nobody who reads meanwhile sees a
 * contradiction, the timestamp last. Nothing is signed that was not verified before by the client's own code.
 *
 * <p>An update needs none of this.
 */
package cco.publisher.signing;
