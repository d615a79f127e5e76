package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The first step of the client workflow (TUF 5.2 and 5.3): from the shipped root to the newest one, version by version.
 * A root that has expired may still lead to a newer one.
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
     * Starts at the anchor (TUF 5.2).
     *
     * @param anchor the pinned root
     * @return the chain
     * @throws SourceException if it is not root metadata
     * @throws VerificationException if its own keys have not signed it
     */
    public static RootChain anchoredIn(UntrustedBytes anchor) throws SourceException, VerificationException {
        return anchoredIn(anchor, SignatureMemory.NONE);
    }

    /**
     * Starts at the anchor (TUF 5.2), for a run that does not verify again what the memory contains.
     *
     * @param anchor the pinned root
     * @param memory of the signatures in all metadata of the run
     * @return the chain
     * @throws SourceException if it is not root metadata
     * @throws VerificationException if its own keys have not signed it
     */
    public static RootChain anchoredIn(UntrustedBytes anchor, SignatureMemory memory)
            throws SourceException, VerificationException {
        SignedMetadata metadata = SignedMetadata.read(anchor);
        Root root = metadata.as(RoleName.ROOT, signed -> Root.read(signed, memory));
        root.requireSigned(metadata, RoleName.ROOT);
        return new RootChain(root, anchor);
    }

    /** {@return the version of the newest root so far} */
    public long version() {
        return root.freshness().version();
    }

    /** {@return the app that the newest root so far was made for; only roots made by cco name it} */
    public Optional<String> app() {
        return root.app();
    }

    /** {@return the newest root so far, byte for byte; do not change} */
    public byte[] bytes() {
        return document.bytes();
    }

    /** {@return the file name of the newest root so far} */
    public MetadataRequest current() {
        return request(version());
    }

    /**
     * {@return the root to request next, which the repository usually does not have; nothing after the highest
     * version}
     */
    public Optional<MetadataRequest> next() {
        return version() == Long.MAX_VALUE ? Optional.empty() : Optional.of(request(version() + 1));
    }

    /** {@return whether to request another root in this run (TUF 5.3.3); the next run goes on from there} */
    public boolean mayRotate() {
        return rotations < MetadataLimits.ROOT_ROTATIONS;
    }

    private static MetadataRequest request(long version) {
        return new MetadataRequest(version + ".root.json", MetadataLimits.ROOT_BYTES);
    }

    /**
     * Appends a root that an earlier run accepted.
     *
     * @param earlier the copy that an earlier run stored
     * @return whether it is the next root; if not, the store is damaged, so request the root from the repository
     */
    public boolean recall(UntrustedBytes earlier) {
        try {
            append(earlier);
            return true;
        } catch (SourceException | VerificationException e) {
            return false;
        }
    }

    /**
     * Appends a root from the repository (TUF 5.3.4 to 5.3.7). A refused root changes nothing.
     *
     * @param next the next root
     * @throws SourceException if it is not root metadata
     * @throws VerificationException if the keys of the previous root and its own have not both signed it, or if its
     *     version is not the next
     */
    public void accept(UntrustedBytes next) throws SourceException, VerificationException {
        append(next);
        rotations++;
    }

    private void append(UntrustedBytes next) throws SourceException, VerificationException {
        SignedMetadata metadata = SignedMetadata.read(next);
        root.requireSigned(metadata, RoleName.ROOT); // TUF 5.3.4: signed by the keys of version N
        Root candidate = metadata.as(RoleName.ROOT, signed -> Root.read(signed, root.memory()));
        candidate.requireSigned(metadata, RoleName.ROOT); // TUF 5.3.4: and by the keys of version N+1
        requireNextVersion(next.name(), candidate.freshness().version());
        // TUF 5.3.6: the expiry of an intermediate root does not matter
        root = candidate; // TUF 5.3.7: trust the new root
        document = next;
    }

    /** TUF 5.3.5: accept version N+1 only. */
    private void requireNextVersion(String file, long found) throws VerificationException {
        if (found <= version()) {
            throw MetadataErrors.rolledBack(file, "root", found, version());
        }
        if (found != version() + 1) {
            throw MetadataErrors.mixed(file, "it is version " + found + ", not " + (version() + 1));
        }
    }

    /**
     * Ends the chain: from here on its last root decides.
     *
     * @param source the name of the last root in messages
     * @param now the reference time of the whole run (TUF 5.1)
     * @return the next step
     * @throws VerificationException if the root has expired
     */
    public TimestampStep end(String source, Instant now) throws VerificationException {
        root.freshness().requireNotExpired(source, now); // TUF 5.3.10: refuse an expired root
        return new TimestampStep(root, now);
    }
}
