package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import java.time.Instant;

/**
 * Trust in the connection alone: whoever serves the manifest decides what is installed. It withstands damaged
 * downloads, a manifest of another app, one that is older than what was seen, and one that has expired; it does not
 * withstand a hacked host. So it has to be chosen by name.
 */
public record Sha256Mode() implements TrustMode {

    @Override
    public String id() {
        return "sha256";
    }

    /**
     * Decides whether a manifest may be acted upon.
     *
     * @param manifest as a source served it
     * @param app whose manifest it has to be
     * @param memory from the last manifest that was admitted
     * @param now by the system's clock
     * @throws cco.core.error.SourceException if it is not a well-formed manifest that this cco can read
     * @throws cco.core.error.VerificationException if it is another app's, older than what was seen, or expired
     */
    public TrustedManifest admit(UntrustedBytes manifest, AppName app, Remembered memory, Instant now)
            throws CcoException {
        return ManifestChecks.admit(this, manifest, app, memory, now);
    }
}
