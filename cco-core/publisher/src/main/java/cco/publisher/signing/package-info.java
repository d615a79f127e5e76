/**
 * The signed metadata (TUF) of a release repository, as its publisher writes it.
 *
 * <p>A {@link cco.publisher.signing.TufRepository} creates the metadata of a repository, signs each release, renews
 * metadata before it expires, and replaces keys. A {@link cco.publisher.signing.RepositoryCheck} checks the result as a
 * client does.
 *
 * <p>The design fits one person: a root key and a targets key for use by hand, and an online key for snapshot and
 * timestamp, which a scheduled job may hold. Files are written in an order in which no reader sees a contradiction, the
 * timestamp last. Nothing is signed before the client's own code has verified what it builds on.
 *
 * <p>An update needs none of this.
 */
package cco.publisher.signing;
