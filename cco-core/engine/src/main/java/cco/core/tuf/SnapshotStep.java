package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;
import java.util.Optional;

/**
 * The third step (section 5.5): the snapshot says which versions of the targets roles belong together. One from an
 * earlier run may be recalled first: it is used if it is the very one that the timestamp names, and it keeps every
 * role from going back if not.
 */
public final class SnapshotStep {

    private final Root root;
    private final MetaFile promised;
    private final Instant now;
    private Snapshot earlier;

    SnapshotStep(Root root, MetaFile promised, Instant now) {
        this.root = root;
        this.promised = promised;
        this.now = now;
    }

    /** The file to ask for. */
    public MetadataRequest request() {
        return new MetadataRequest(
                root.file(RoleName.SNAPSHOT, promised.version()), promised.limit(MetadataLimits.SNAPSHOT_BYTES));
    }

    /**
     * Recalls the snapshot that an earlier run accepted.
     *
     * @return the next step, if this is the snapshot that the timestamp names; if it is older, it only guards, and if
     *     it is damaged or of rotated keys, not even that
     */
    public Optional<TargetsStep> recall(UntrustedBytes document) {
        try {
            earlier = read(document);
            return Optional.of(accept(document));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    /**
     * Accepts the repository's snapshot.
     *
     * @throws VerificationException if it is not the one that the timestamp names, not signed, has expired, or if a
     *     role is missing in it or goes back
     */
    public TargetsStep accept(UntrustedBytes document) throws VerificationException {
        promised.requireBytes(document);
        Snapshot snapshot = read(document);
        promised.requireVersion(document.name(), snapshot.freshness().version());
        if (earlier != null) {
            snapshot.requireNotBefore(earlier, document.name());
        }
        snapshot.freshness().requireNotExpired(document.name(), now);
        return new TargetsStep(new TargetsReader(root, snapshot, document.name(), now));
    }

    private Snapshot read(UntrustedBytes document) throws VerificationException {
        SignedMetadata metadata = SignedMetadata.read(document);
        root.requireSigned(metadata, RoleName.SNAPSHOT);
        return metadata.as(RoleName.SNAPSHOT, Snapshot::read);
    }
}
