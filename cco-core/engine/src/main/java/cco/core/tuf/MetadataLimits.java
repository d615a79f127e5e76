package cco.core.tuf;

/** The most metadata that a client reads from a repository; more is refused without waiting for it. */
final class MetadataLimits {

    /** New roots to accept in one run (TUF 5.3.3); a client that is further behind catches up in its next run. */
    static final int ROOT_ROTATIONS = 256;

    /** Delegated roles to visit for one target (TUF 5.6.7.1). */
    static final int DELEGATIONS = 32;

    static final int ROOT_BYTES = 512 * 1024;
    static final int TIMESTAMP_BYTES = 16 * 1024;
    static final int SNAPSHOT_BYTES = 2 * 1000 * 1000;

    /** Ten thousand versions with an archive, its list and its checksums need 6 MB. */
    static final int TARGETS_BYTES = 8 * 1000 * 1000;

    private MetadataLimits() {}
}
