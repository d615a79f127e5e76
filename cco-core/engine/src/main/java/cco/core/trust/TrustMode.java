package cco.core.trust;

/**
 * What has to vouch for an app's releases. The mode is fixed for a source when the source is added; none ever falls
 * back to another. Each mode holds its anchor and alone makes a {@link TrustedManifest}, from what it demands to see.
 */
public sealed interface TrustMode permits ManifestMode, TufMode {

    /** The mode's name in the configuration, in receipts and on the command line. */
    String id();
}
