/**
 * Verifies releases with minisign signatures.
 *
 * <p>It requires only the API. The key is pinned by the user in {@code anchors/<app>/minisign.pub}, and the signature
 * lies beside the archive.
 */
module com.example.minisign {
    requires cco.api;

    provides cco.api.Verifier with
            com.example.minisign.MinisignVerifier;
}
