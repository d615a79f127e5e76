package cco.publisher.delta;

/** What a comparison finds, in the order of the new bytes. */
interface DiffOutput {

    /**
     * Prepares for the next new bytes, all of which may differ.
     *
     * @throws OversizedDeltaException if the delta would become too large
     */
    void reserve(long bytes) throws OversizedDeltaException;

    /** Takes bytes that are not in the base. */
    void insert(byte[] bytes, int from, int to);

    /** Takes bytes of the base. */
    void copy(long from, long length);

    /**
     * Makes bytes from bytes of the base that mostly equal them.
     *
     * @param old the bytes of the base that {@code basePosition} counts, from {@code oldFrom} on
     */
    void change(byte[] bytes, int from, int length, byte[] old, int oldFrom, long basePosition);
}
