package cco.core.trust;

/**
 * The proof that an app's releases need. A source gets its mode when it is added, and no mode falls back to another.
 * Each mode holds its anchor, and only a mode makes a {@link TrustedManifest}.
 */
public sealed interface TrustMode permits ManifestMode, TufMode {

    /** {@return the mode's name in the configuration, in receipts and on the command line} */
    String id();
}
