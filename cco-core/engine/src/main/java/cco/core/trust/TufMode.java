package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RootChain;
import cco.core.tuf.SignatureMemory;
import cco.core.tuf.TargetFile;
import java.time.Instant;
import java.util.Optional;

/**
 * Trust in the publisher's keys as The Update Framework arranges them: the anchor names the keys of the root, the root
 * names the keys of the other roles, and these sign every file, its freshness and its order. Protects against a
 * compromised host or mirror, a repository that is rolled back, frozen or mixed, and the theft of an online key.
 *
 * @param anchor the pinned root metadata, with which every run starts
 */
public record TufMode(UntrustedBytes anchor) implements TrustMode {

    /** The name of the pinned anchor. */
    public static final String ROOT = "root.json";

    /**
     * {@return the chain of roots that starts at the anchor, for one run}
     *
     * @param memory of the signatures in all metadata of the run
     * @throws UsageException if the pinned root has been damaged
     */
    public RootChain roots(SignatureMemory memory) throws UsageException {
        try {
            return RootChain.anchoredIn(anchor, memory);
        } catch (SourceException | VerificationException e) {
            throw new UsageException(
                    "the pinned root is damaged: " + e.getMessage(),
                    "install the app again with its publisher's root.json: --root FILE",
                    e);
        }
    }

    /**
     * {@return a mode with a root that the user names}
     *
     * @param root the root from the user
     * @throws UsageException if the file is not a root that its own keys have signed
     */
    public static TufMode given(UntrustedBytes root) throws UsageException {
        try {
            RootChain.anchoredIn(root);
            return new TufMode(root);
        } catch (SourceException | VerificationException e) {
            throw new UsageException(e.getMessage(), "pass the publisher's root.json, unchanged, with --root FILE", e);
        }
    }

    /**
     * {@return the app that the anchor was made for; only roots made by cco name it}
     *
     * @throws SourceException if it fails
     * @throws VerificationException if it is not trusted
     */
    public Optional<String> app() throws SourceException, VerificationException {
        return RootChain.anchoredIn(anchor).app();
    }

    @Override
    public String id() {
        return "tuf";
    }

    /**
     * Accepts a manifest that the repository's metadata lists.
     *
     * <p>The versions of the metadata order the manifests, not their serials. So a repository recovers from a thief
     * who signed the highest serial: after a rotation of the stolen keys no version of the thief counts (TUF 5.3.11).
     *
     * @param manifest as the source served it
     * @param target the metadata's entry for it
     * @param app the app that the manifest must belong to
     * @param last the record of the last accepted manifest
     * @param now the system's time
     * @return the accepted manifest
     * @throws SourceException if it is not a well-formed manifest that this cco can read
     * @throws VerificationException if it is not the target, belongs to another app, or has expired
     */
    public TrustedManifest accept(
            UntrustedBytes manifest, TargetFile target, AppName app, LastAccepted last, Instant now)
            throws CcoException {
        target.require(manifest);
        return acceptExcerpt(manifest, app, last, now);
    }

    /**
     * Accepts a part of a manifest that is the metadata's target in the current state of the repository. A check plans
     * with it; what is installed needs the whole manifest.
     *
     * @param excerpt a part of the manifest, in the same format
     * @param app the app that the manifest must belong to
     * @param last the record of the last accepted manifest
     * @param now the system's time
     * @return the accepted part
     * @throws SourceException if it is not a well-formed manifest that this cco can read
     * @throws VerificationException if it belongs to another app, or has expired
     */
    public TrustedManifest acceptExcerpt(UntrustedBytes excerpt, AppName app, LastAccepted last, Instant now)
            throws CcoException {
        return ManifestChecks.accept(this, excerpt, ManifestChecks.read(excerpt, app), last, now);
    }
}
