package cco.core.delta;

/** Signed numbers as numbers that are small if they are near zero: 0, -1, 1, -2 become 0, 1, 2, 3. */
final class Zigzag {

    private Zigzag() {}

    static long encode(long number) {
        return number << 1 ^ number >> 63;
    }

    static long decode(long number) {
        return number >>> 1 ^ -(number & 1);
    }
}
