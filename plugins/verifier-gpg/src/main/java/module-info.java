/**
 * Checks detached OpenPGP signatures against the keyring that the user pinned when the app was installed, on every
 * platform, whether or not it has gpg. Bouncy Castle takes the packets apart, the JDK computes, and what is good enough
 * is decided here.
 */
module cco.verifier.gpg {
    requires cco.api; // Verifier, the service that it provides
    requires org.bouncycastle.pg; // takes keys and signatures apart into their packets

    provides cco.api.Verifier with
            cco.verifier.gpg.GpgVerifier;
}
