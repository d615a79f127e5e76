package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.manifest.Manifest;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/** A mode in which the manifest alone describes the releases, and the host or a signature stands for the manifest. */
public sealed interface ManifestMode extends TrustMode permits Sha256Mode, GpgMode {

    /**
     * Accepts a manifest whose bytes the verifiers of the mode have accepted.
     *
     * @param manifest as the source served it
     * @param app the app that the manifest must belong to
     * @param last the record of the last accepted manifest
     * @param now the system's time
     * @return the accepted manifest
     * @throws cco.core.error.SourceException if it is not a well-formed manifest that this cco can read
     * @throws cco.core.error.VerificationException if it belongs to another app, is older than the last accepted one,
     *     or has expired
     */
    default TrustedManifest accept(UntrustedBytes manifest, AppName app, LastAccepted last, Instant now)
            throws CcoException {
        Manifest read = ManifestChecks.read(manifest, app);
        ManifestChecks.requireNotOlder(manifest, read, last);
        return ManifestChecks.accept(this, manifest, read, last, now);
    }
}
