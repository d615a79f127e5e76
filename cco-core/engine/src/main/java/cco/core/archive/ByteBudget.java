package cco.core.archive;

/** Counts the unpacked bytes of an archive and refuses it at the limit. */
public final class ByteBudget {

    /** A tar file of a few short scripts is mostly zeros, so below this size the ratio is meaningless. */
    private static final long FREE_OF_RATIO = 1 << 20;

    private final UnpackLimits limits;
    private final long archiveBytes;
    private long spent;

    /** A budget for an archive of this size. */
    public ByteBudget(UnpackLimits limits, long archiveBytes) {
        this.limits = limits;
        this.archiveBytes = archiveBytes;
    }

    /**
     * Counts bytes.
     *
     * @throws UnsafeArchiveException if the limit is reached
     */
    public void spend(long bytes) throws UnsafeArchiveException {
        spent += bytes;
        if (spent > limits.bytes()) {
            throw new UnsafeArchiveException(ArchiveRule.TOO_LARGE);
        }
        if (spent > FREE_OF_RATIO && spent / limits.ratio() > archiveBytes) {
            throw new UnsafeArchiveException(ArchiveRule.COMPRESSION_BOMB);
        }
    }
}
