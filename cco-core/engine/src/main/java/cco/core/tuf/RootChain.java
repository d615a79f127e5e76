package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/**
 * The first step of the client workflow (sections 5.2 and 5.3): from the root that was shipped, each root vouches for
 * the next, until there is none. A root that has expired may still be followed by a newer one.
 */
public final class RootChain {

    private Root root;
    private UntrustedBytes document;
    private int rotations;

    private RootChain(Root root, UntrustedBytes document) {
        this.root = root;
        this.document = document;
    }

    /**
     * Begins at the anchor.
     *
     * @throws VerificationException if it is no root metadata, or not signed by its own keys
     */
    public static RootChain anchoredIn(UntrustedBytes anchor) throws VerificationException {
        SignedMetadata metadata = SignedMetadata.read(anchor);
        Root root = metadata.as(RoleName.ROOT, Root::read);
        root.requireSigned(metadata, RoleName.ROOT);
        return new RootChain(root, anchor);
    }

    /** The version of the newest root so far. */
    public long version() {
        return root.freshness().version();
    }

    /** The newest root so far, byte for byte; not to be changed. */
    public byte[] bytes() {
        return document.bytes();
    }

    /** The root to ask for next; that it does not exist is the expected end of the chain. */
    public MetadataRequest next() {
        return new MetadataRequest(version() + 1 + ".root.json", MetadataLimits.ROOT_BYTES);
    }

    /** Whether another root may be asked of a repository in this run (section 5.3.3). */
    public boolean mayRotate() {
        return rotations < MetadataLimits.ROOT_ROTATIONS;
    }

    /**
     * Appends a root that an earlier run accepted.
     *
     * @return whether it is the next link; if not, the store is damaged, and the repository is asked instead
     */
    public boolean recall(UntrustedBytes earlier) {
        try {
            append(earlier);
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    /**
     * Appends a root that the repository served (sections 5.3.4 to 5.3.7). A refused one changes nothing.
     *
     * @throws VerificationException if the keys of the root before and its own have not both signed it, or if its
     *     version is not the next
     */
    public void accept(UntrustedBytes next) throws VerificationException {
        append(next);
        rotations++;
    }

    private void append(UntrustedBytes next) throws VerificationException {
        SignedMetadata metadata = SignedMetadata.read(next);
        root.requireSigned(metadata, RoleName.ROOT);
        Root candidate = metadata.as(RoleName.ROOT, Root::read);
        candidate.requireSigned(metadata, RoleName.ROOT);
        long found = candidate.freshness().version();
        if (found <= version()) {
            throw MetadataErrors.rolledBack(next.name(), "root", found, version());
        }
        if (found != version() + 1) {
            throw MetadataErrors.mixed(next.name(), "it is version " + found + ", not " + (version() + 1));
        }
        root = candidate;
        document = next;
    }

    /**
     * Ends the chain: its last root is the one that counts.
     *
     * @param now the reference time of the whole run
     * @throws VerificationException if the root has expired (section 5.3.10)
     */
    public TimestampStep end(Instant now) throws VerificationException {
        root.freshness().requireNotExpired(document.name(), now);
        return new TimestampStep(root, now);
    }
}
