package cco.publisher.delta;

import cco.core.delta.Alignment;

/** Notes where new bytes come from. */
final class Aligner implements DiffOutput {

    private final Alignment alignment = new Alignment();
    private long made;

    /** @param start where the new bytes start in their file */
    Aligner(long start) {
        this.made = start;
    }

    Alignment alignment() {
        return alignment;
    }

    @Override
    public void reserve(long bytes) {
        // Nothing is kept.
    }

    @Override
    public void insert(byte[] bytes, int from, int to) {
        made += Math.max(0, to - from);
    }

    @Override
    public void copy(long from, long length) {
        if (length > 0) {
            alignment.add(from, made, length);
            made += length;
        }
    }

    @Override
    public void change(byte[] bytes, int from, int length, byte[] old, int oldFrom, long basePosition) {
        copy(basePosition, length);
    }
}
