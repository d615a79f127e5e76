package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RootChain;
import cco.core.tuf.TargetFile;
import java.time.Instant;

/**
 * Trust in the publisher's keys, as The Update Framework arranges them: the anchor names the keys of the root, the root
 * those of the other roles, and these vouch for every file, its freshness and its order. It withstands a hacked host or
 * mirror, repositories that are rolled back, frozen or mixed, and the theft of an online key.
 *
 * @param anchor the root metadata that was pinned when the app was installed; every run begins with it
 */
public record TufMode(UntrustedBytes anchor) implements TrustMode {

    /** The name under which the anchor is pinned. */
    public static final String ROOT = "root.json";

    /**
     * A mode with this anchor.
     *
     * @throws VerificationException if it is no root metadata that its own keys have signed
     */
    public static TufMode anchoredIn(UntrustedBytes anchor) throws VerificationException {
        RootChain.anchoredIn(anchor);
        return new TufMode(anchor);
    }

    @Override
    public String id() {
        return "tuf";
    }

    /**
     * Decides whether a manifest may be acted upon.
     *
     * @param manifest as a source served it
     * @param target what the repository's roles say of it
     * @param app whose manifest it has to be
     * @param memory from the last manifest that was admitted
     * @param now by the system's clock
     * @throws cco.core.error.SourceException if it is not a well-formed manifest that this cco can read
     * @throws VerificationException if it is not the target, another app's, older than what was seen, or expired
     */
    public TrustedManifest admit(
            UntrustedBytes manifest, TargetFile target, AppName app, LastAccepted memory, Instant now)
            throws CcoException {
        target.require(manifest);
        return ManifestChecks.admit(this, manifest, app, memory, now);
    }
}
