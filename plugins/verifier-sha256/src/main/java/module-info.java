/**
 * Checks an archive against the SHA-256 digest in the accepted manifest, on the file as it lies in the cache. It
 * withstands damage and, through the manifest, whatever the trust mode withstands; by itself it is no signature.
 */
module cco.verifier.checksum {
    requires cco.api; // Verifier, the service that it provides

    provides cco.api.Verifier with
            cco.verifier.checksum.Sha256Verifier;
}
