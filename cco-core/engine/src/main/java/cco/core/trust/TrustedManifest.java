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

    /** {@return the publisher's releases} */
    public Manifest manifest() {
        return manifest;
    }

    /** {@return the mode that accepted it} */
    public TrustMode mode() {
        return mode;
    }

    /** {@return the record to keep, so that no older manifest is accepted from now on} */
    public LastAccepted lastAccepted() {
        return lastAccepted;
    }
}
