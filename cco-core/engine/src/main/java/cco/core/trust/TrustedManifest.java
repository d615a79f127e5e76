package cco.core.trust;

import cco.core.manifest.Manifest;
import cco.core.model.LastAccepted;

/** A manifest that a trust mode has admitted. Only the modes make one. */
public final class TrustedManifest {

    private final Manifest manifest;
    private final TrustMode mode;
    private final LastAccepted memory;

    TrustedManifest(Manifest manifest, TrustMode mode, LastAccepted memory) {
        this.manifest = manifest;
        this.mode = mode;
        this.memory = memory;
    }

    /** What the publisher offers. */
    public Manifest manifest() {
        return manifest;
    }

    /** The mode that admitted it. */
    public TrustMode mode() {
        return mode;
    }

    /** What has to be remembered from now on, so that nothing older is admitted any more. */
    public LastAccepted memory() {
        return memory;
    }
}
