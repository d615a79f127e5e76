/**
 * A publisher's keys, and what signs with them. A {@link cco.core.sign.KeyUri} says where a key is; the {@link
 * cco.core.sign.KeyOpener} makes a {@link cco.core.sign.SigningKey} of it, and creates new ones. Each signature is
 * verified by the public half before it is handed out.
 *
 * <p>Private keys and passphrases never reach a message, a log, an argument list or an environment. An update needs
 * none of this.
 */
package cco.core.sign;
