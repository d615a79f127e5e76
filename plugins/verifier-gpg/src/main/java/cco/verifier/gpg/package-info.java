/**
 * Detached OpenPGP signatures (RFC 4880, RFC 9580) of version 4 and nothing else: no web of trust, no key server, no
 * agent and no keyring but the pinned one.
 *
 * <p>In this order: the pinned keyring is read into certificates, the proof into signatures; each signature is paired
 * with the pinned key that it names, if that key could make it at the time it claims; then the file is read once, and
 * the first pair that fits its bytes decides. Whatever goes wrong on the way ends as a rejection that says what.
 *
 * <p>Weak digests can take trust away but never give it: a revocation counts with any digest, a binding or a signature
 * of a file only with SHA-2.
 */
package cco.verifier.gpg;
