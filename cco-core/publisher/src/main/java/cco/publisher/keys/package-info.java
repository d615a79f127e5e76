/**
 * A publisher's keys, and what signs with them. A {@link cco.publisher.keys.KeyUri} says where a key is; the {@link
 * cco.publisher.keys.KeyOpener} makes a {@link cco.publisher.keys.Signer} of it, and creates new ones. Each signature
 * is
 * verified by the public half before it is handed out.
 *
 * <p>Private keys and passphrases never reach a message, a log, an argument list or an environment. An update needs
 * none of this.
 */
package cco.publisher.keys;
