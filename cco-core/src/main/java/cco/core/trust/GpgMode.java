package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import java.time.Instant;

/**
 * Trust in OpenPGP keys that were pinned when the app was installed: a detached signature by one of them is demanded of
 * the manifest and of every archive. It withstands a hacked host, a manifest that is older than what was seen, and one
 * that has expired if the publisher lets it expire.
 *
 * @param keyring the pinned public keys, in the form that OpenPGP exports them
 */
public record GpgMode(UntrustedBytes keyring) implements TrustMode {

    /** The verifier that checks the signatures, and the name under which it finds the keyring. */
    public static final String VERIFIER = "gpg";

    /** The name under which the keyring is pinned. */
    public static final String KEYRING = "keyring.gpg";

    @Override
    public String id() {
        return "gpg";
    }

    /**
     * Decides whether a manifest may be acted upon, after the verifier {@value #VERIFIER} has accepted its bytes.
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
