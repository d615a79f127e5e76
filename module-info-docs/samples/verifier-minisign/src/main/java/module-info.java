/**
 * Verifies releases by minisign signatures. It requires the API alone: what may be used is judged by a key that the
 * user has pinned, {@code anchors/<app>/minisign.pub}, and a signature that lies beside the archive.
 */
module com.example.minisign {
    requires cco.api;

    provides cco.api.Verifier with
            com.example.minisign.MinisignVerifier;
}
