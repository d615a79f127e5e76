package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/** A mode in which the manifest vouches for all else, and whoever serves or signs it vouches for the manifest. */
public sealed interface ManifestMode extends TrustMode permits Sha256Mode, GpgMode {

    /**
     * Decides whether a manifest may be acted upon, after the verifiers that the mode demands have accepted its bytes.
     *
     * @param manifest as a source served it
     * @param app whose manifest it has to be
     * @param memory from the last manifest that was admitted
     * @param now by the system's clock
     * @throws cco.core.error.SourceException if it is not a well-formed manifest that this cco can read
     * @throws cco.core.error.VerificationException if it is another app's, older than what was seen, or expired
     */
    default TrustedManifest admit(UntrustedBytes manifest, AppName app, LastAccepted memory, Instant now)
            throws CcoException {
        return ManifestChecks.admit(this, manifest, app, memory, now);
    }
}
