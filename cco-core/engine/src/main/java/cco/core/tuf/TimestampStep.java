package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;

/**
 * The second step (section 5.4): the timestamp says which snapshot is the newest. One from an earlier run may be
 * recalled first, expired or not, so that nothing older is accepted now; if the keys were rotated since, it cannot be
 * recalled, and so a repository recovers from a fast-forward attack (section 5.3.11).
 */
public final class TimestampStep {

    private final Root root;
    private final Instant now;
    private Timestamp trusted;
    private String trustedName;

    TimestampStep(Root root, Instant now) {
        this.root = root;
        this.now = now;
    }

    /** The file to ask for, always under one name. */
    public MetadataRequest request() {
        return new MetadataRequest(RoleName.TIMESTAMP.file(), MetadataLimits.TIMESTAMP_BYTES);
    }

    /**
     * Recalls the timestamp that an earlier run accepted.
     *
     * @return whether it counts; if it is damaged, or if its keys were rotated since, it guards nothing
     */
    public boolean recall(UntrustedBytes earlier) {
        try {
            trusted = read(earlier);
            trustedName = earlier.name();
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    /**
     * Accepts the repository's timestamp.
     *
     * @return whether it is newer than the recalled one, and so has to be kept; of equal versions the recalled one
     *     counts
     * @throws VerificationException if it is not signed, goes back, or has expired
     */
    public boolean accept(UntrustedBytes document) throws VerificationException {
        Timestamp timestamp = read(document);
        if (trusted != null) {
            requireNotBefore(timestamp, document.name());
            if (timestamp.freshness().version() == trusted.freshness().version()) {
                return false;
            }
        }
        timestamp.freshness().requireNotExpired(document.name(), now);
        trusted = timestamp;
        trustedName = document.name();
        return true;
    }

    /** Ends the step, after {@link #accept}. */
    public SnapshotStep end() throws VerificationException {
        if (trusted == null) {
            throw new IllegalStateException("no timestamp was accepted");
        }
        trusted.freshness().requireNotExpired(trustedName, now);
        return new SnapshotStep(root, trusted.snapshot(), now);
    }

    private Timestamp read(UntrustedBytes document) throws VerificationException {
        SignedMetadata metadata = SignedMetadata.read(document);
        root.requireSigned(metadata, RoleName.TIMESTAMP);
        return metadata.as(RoleName.TIMESTAMP, Timestamp::read);
    }

    private void requireNotBefore(Timestamp timestamp, String file) throws VerificationException {
        long version = timestamp.freshness().version();
        if (version < trusted.freshness().version()) {
            throw MetadataErrors.rolledBack(
                    file, "timestamp", version, trusted.freshness().version());
        }
        if (timestamp.snapshot().version() < trusted.snapshot().version()) {
            throw MetadataErrors.rolledBack(
                    file,
                    "snapshot",
                    timestamp.snapshot().version(),
                    trusted.snapshot().version());
        }
    }
}
