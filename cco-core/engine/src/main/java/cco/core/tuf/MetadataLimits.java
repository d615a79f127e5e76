package cco.core.tuf;

/** How much metadata a repository may ask a client to read; a mirror that sends more is refused, not waited for. */
final class MetadataLimits {

    /** New roots accepted in one run; a client that is further behind catches up in its next run. */
    static final int ROOT_ROTATIONS = 256;

    /** Delegated roles looked at for one target. */
    static final int DELEGATIONS = 32;

    static final int ROOT_BYTES = 512 * 1024;
    static final int TIMESTAMP_BYTES = 16 * 1024;
    static final int SNAPSHOT_BYTES = 2 * 1000 * 1000;
    static final int TARGETS_BYTES = 5 * 1000 * 1000;

    private MetadataLimits() {}
}
