package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The third step (TUF 5.5): the snapshot lists the versions of the targets roles. A snapshot from an earlier run, if
 * recalled first, is reused if it is the one that the timestamp names; otherwise it only prevents rollbacks.
 */
public final class SnapshotStep {

    private final Root root;
    private final MetaFile listed;
    private final Instant now;
    private Snapshot earlier;

    SnapshotStep(Root root, MetaFile listed, Instant now) {
        this.root = root;
        this.listed = listed;
        this.now = now;
    }

    /** {@return the file to request (TUF 5.5.1)} */
    public MetadataRequest request() {
        return new MetadataRequest(
                root.file(RoleName.SNAPSHOT, listed.version()), listed.limit(MetadataLimits.SNAPSHOT_BYTES));
    }

    /**
     * Recalls the snapshot that an earlier run accepted.
     *
     * @param document the document to verify
     * @return the next step if the timestamp names this snapshot; an older one only prevents rollbacks, and a damaged
     *     one or one with rotated keys not even that (TUF 5.3.11)
     */
    public Optional<TargetsStep> recall(UntrustedBytes document) {
        try {
            earlier = read(document);
            return Optional.of(accept(document));
        } catch (SourceException | VerificationException e) {
            return Optional.empty();
        }
    }

    /**
     * Accepts a snapshot from the repository.
     *
     * @param document the document to verify
     * @return the next step
     * @throws SourceException if it is not snapshot metadata
     * @throws VerificationException if it is not the one that the timestamp names, not signed, has expired, or if a
     *     role is missing in it or goes back
     */
    public TargetsStep accept(UntrustedBytes document) throws SourceException, VerificationException {
        listed.requireBytes(document); // TUF 5.5.2: compare with the digest in the timestamp
        Snapshot snapshot = read(document);
        listed.requireVersion(document.name(), snapshot.freshness().version()); // TUF 5.5.4: and with the version
        if (earlier != null) {
            snapshot.requireNotBefore(earlier, document.name()); // TUF 5.5.5: refuse a rollback
        }
        snapshot.freshness().requireNotExpired(document.name(), now); // TUF 5.5.6: refuse an expired snapshot
        return new TargetsStep(new TargetsReader(root, snapshot, document.name(), now));
    }

    private Snapshot read(UntrustedBytes document) throws SourceException, VerificationException {
        SignedMetadata metadata = SignedMetadata.read(document);
        root.requireSigned(metadata, RoleName.SNAPSHOT); // TUF 5.5.3: verify the signatures
        return metadata.as(RoleName.SNAPSHOT, Snapshot::read);
    }
}
