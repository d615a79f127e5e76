/**
 * Detached OpenPGP signatures of version 4 (RFC 4880, RFC 9580) and nothing else: no web of trust, no key server, no
 * agent, and no keyring except the pinned one.
 *
 * <p>The verifier reads the pinned keyring into certificates and the signature file into signatures. It pairs each
 * signature with the pinned key that the signature names, if that key could sign at that time. Then it reads the file
 * once, and the first pair that matches the bytes decides. Every failure becomes a rejection with a reason.
 *
 * <p>Weak digests can remove trust but never grant it: a revocation counts with any digest, a binding or a signature of
 * a file only with SHA-2.
 */
package cco.verifier.gpg;
