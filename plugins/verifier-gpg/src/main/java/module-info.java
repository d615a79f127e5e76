/**
 * Verifies detached OpenPGP signatures with the keyring that the user pinned for the app, on every platform, with or
 * without gpg. Bouncy Castle parses the packets and the JDK computes the signatures; this module decides which keys and
 * digests it accepts.
 */
module cco.verifier.gpg {
    requires cco.api; // Verifier, the service that it provides
    requires org.bouncycastle.pg; // parses keys and signatures into their packets

    provides cco.api.Verifier with
            cco.verifier.gpg.GpgVerifier;
}
