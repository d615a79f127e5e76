package cco.core.trust;

import cco.core.manifest.Manifest;
import cco.core.model.LastAccepted;

/** A manifest that a trust mode has accepted. Only the modes make one. */
public final class TrustedManifest {

    private final Manifest manifest;
    private final TrustMode mode;
    private final LastAccepted lastAccepted;

    TrustedManifest(Manifest manifest, TrustMode mode, LastAccepted lastAccepted) {
        this.manifest = manifest;
        this.mode = mode;
        this.lastAccepted = lastAccepted;
    }

    /** The publisher's releases. */
    public Manifest manifest() {
        return manifest;
    }

    /** The mode that accepted it. */
    public TrustMode mode() {
        return mode;
    }

    /** The record to keep, so that no older manifest is accepted from now on. */
    public LastAccepted lastAccepted() {
        return lastAccepted;
    }
}
