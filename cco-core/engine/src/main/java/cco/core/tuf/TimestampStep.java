package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.time.Instant;
import java.util.Arrays;

/**
 * The second step (TUF 5.4): the timestamp names the newest snapshot. A timestamp from an earlier run, if recalled
 * first, prevents rollbacks even after it has expired. After a rotation of the keys it cannot be recalled, so a
 * repository recovers from a fast-forward attack (TUF 5.3.11).
 */
public final class TimestampStep {

    private final Root root;
    private final Instant now;
    private Timestamp trusted;
    private String trustedName;
    private byte[] verified;

    TimestampStep(Root root, Instant now) {
        this.root = root;
        this.now = now;
    }

    /** {@return the file to request, always under the same name (TUF 5.4.1)} */
    public MetadataRequest request() {
        return new MetadataRequest(RoleName.TIMESTAMP.file(), MetadataLimits.TIMESTAMP_BYTES);
    }

    /**
     * Recalls the timestamp that an earlier run accepted.
     *
     * @param earlier the copy that an earlier run stored
     * @return whether it prevents rollbacks; it does not if it is damaged or if its keys were rotated since
     */
    public boolean recall(UntrustedBytes earlier) {
        try {
            trusted = read(earlier);
            trustedName = earlier.name();
            verified = earlier.bytes();
            return true;
        } catch (SourceException | VerificationException e) {
            return false; // TUF 5.3.11: forget it after a rotation of the keys
        }
    }

    /**
     * Accepts the repository's timestamp.
     *
     * @param document the document to verify
     * @return whether it is newer than the recalled one, so that the caller has to store it
     * @throws SourceException if it is not timestamp metadata
     * @throws VerificationException if it is not signed, goes back, or has expired
     */
    public boolean accept(UntrustedBytes document) throws SourceException, VerificationException {
        if (Arrays.equals(document.bytes(), verified)) {
            trustedName = document.name();
            return false; // the usual case: nothing is new, and these bytes have just been verified
        }
        Timestamp timestamp = read(document);
        if (trusted != null) {
            requireNotBefore(timestamp, document.name());
            if (timestamp.freshness().version() == trusted.freshness().version()) {
                trustedName = document.name();
                return false; // TUF 5.4.3: keep the trusted timestamp of the same version
            }
        }
        timestamp.freshness().requireNotExpired(document.name(), now); // TUF 5.4.4: refuse an expired timestamp
        trusted = timestamp;
        trustedName = document.name();
        return true;
    }

    /**
     * Ends the step, after {@link #accept}.
     *
     * @return the next step
     * @throws VerificationException if it is not trusted
     */
    public SnapshotStep end() throws VerificationException {
        if (trusted == null) {
            throw new IllegalStateException("no timestamp was accepted");
        }
        trusted.freshness().requireNotExpired(trustedName, now); // TUF 5.4.4: also if it was stored earlier
        return new SnapshotStep(root, trusted.snapshot(), now);
    }

    private Timestamp read(UntrustedBytes document) throws SourceException, VerificationException {
        SignedMetadata metadata = SignedMetadata.read(document);
        root.requireSigned(metadata, RoleName.TIMESTAMP); // TUF 5.4.2: verify the signatures
        return metadata.as(RoleName.TIMESTAMP, Timestamp::read);
    }

    /** TUF 5.4.3: reject a lower version of the timestamp or of the snapshot that it names. */
    private void requireNotBefore(Timestamp timestamp, String file) throws VerificationException {
        requireNotBefore(
                file,
                "timestamp",
                timestamp.freshness().version(),
                trusted.freshness().version());
        requireNotBefore(
                file,
                "snapshot",
                timestamp.snapshot().version(),
                trusted.snapshot().version());
    }

    private static void requireNotBefore(String file, String role, long version, long trusted)
            throws VerificationException {
        if (version < trusted) {
            throw MetadataErrors.rolledBack(file, role, version, trusted);
        }
    }
}
