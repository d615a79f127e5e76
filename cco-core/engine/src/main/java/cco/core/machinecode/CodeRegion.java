package cco.core.machinecode;

/**
 * A part of a program file.
 *
 * @param offset where it starts in the file
 * @param size in bytes
 * @param address where it starts in memory; 0 if it is in the file only
 * @param references what references it contains
 * @param nextAddress where its counterpart in the next version starts in memory, or 0
 */
public record CodeRegion(long offset, long size, long address, References references, long nextAddress) {

    /** The references in a region. All numbers are little-endian. */
    public enum References {
        /** The region has none that are known. */
        NONE,
        /** Instructions for x86-64, with distances of four bytes from their own end. */
        INSTRUCTIONS,
        /** Addresses of eight bytes. */
        ADDRESSES,
        /** Distances of four bytes from their own start. */
        DISTANCES,
        /** Distances of four bytes from the start of the region. */
        TABLE,
        /** The region is in memory only. */
        ABSENT
    }

    long end() {
        return offset + size;
    }
}
