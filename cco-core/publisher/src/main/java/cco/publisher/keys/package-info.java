/**
 * A publisher's keys, and signing with them.
 *
 * <p>A {@link cco.publisher.keys.KeyUri} names a key. The {@link cco.publisher.keys.KeyOpener} opens it as a {@link
 * cco.publisher.keys.Signer}, or creates a new one. Each signature is verified with the public key before it is used.
 *
 * <p>Private keys and passphrases never reach a message, a log, an argument list or an environment. An update needs
 * none of this.
 */
package cco.publisher.keys;
