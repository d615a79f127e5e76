package cco.core.archive;

/**
 * The limits for an archive.
 *
 * @param entries the number of entries
 * @param bytes the number of unpacked bytes, including headers
 * @param ratio the unpacked bytes per byte of the archive, except for small archives
 */
public record UnpackLimits(int entries, long bytes, int ratio) {

    /** Enough for any program: 100,000 entries, 4 GiB, 200 times the archive. */
    public static final UnpackLimits DEFAULT = new UnpackLimits(100_000, 4L << 30, 200);

    /** What unpacking xz may take, in KiB: the dictionary of {@code xz -9} and the state of the decoder. */
    public static final int XZ_MEMORY = (64 << 10) + 1024;

    public UnpackLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits are positive");
        }
    }
}
