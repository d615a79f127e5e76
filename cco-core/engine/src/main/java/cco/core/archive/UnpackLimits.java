package cco.core.archive;

/**
 * What an archive may cost at most.
 *
 * @param entries how many entries
 * @param bytes how many bytes after decompression, headers included
 * @param ratio how many bytes after decompression for each byte of the archive; a small archive is spared
 */
public record UnpackLimits(int entries, long bytes, int ratio) {

    /** Enough for any program: 100,000 entries, 4 GiB, 200 times the archive. */
    public static final UnpackLimits DEFAULT = new UnpackLimits(100_000, 4L << 30, 200);

    public UnpackLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
