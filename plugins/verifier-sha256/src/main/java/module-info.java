/**
 * Compares an archive in the cache with the SHA-256 digest in the accepted manifest. By itself it protects against
 * damage only; the trust mode protects the manifest.
 */
module cco.verifier.checksum {
    requires cco.api; // Verifier, the service that it provides

    provides cco.api.Verifier with
            cco.verifier.checksum.Sha256Verifier;
}
