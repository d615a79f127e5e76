package cco.core.delta;

/** A step of a patch, written as one number: the length shifted left by two, and the code. */
public enum Operation {
    /** Copies bytes of the base. */
    COPY,
    /** Adds bytes of the difference stream to bytes of the base. */
    ADD,
    /** Takes bytes of the extra stream. */
    INSERT,
    /** Moves in the base; the length is signed (zigzag). */
    SEEK;

    private static final int BITS = 2;

    /** Encodes the step; a negative length is allowed for {@link #SEEK} only. */
    public long encode(long length) {
        long number = this == SEEK ? Zigzag.encode(length) : length;
        return number << BITS | ordinal();
    }

    static Operation of(long code) {
        return values()[(int) (code & (1 << BITS) - 1)];
    }

    /** Decodes the length. */
    long length(long code) {
        long number = code >>> BITS;
        return this == SEEK ? Zigzag.decode(number) : number;
    }
}
