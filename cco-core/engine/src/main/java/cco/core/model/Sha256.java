package cco.core.model;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * <p>It consists of numbers, because its digits would need four times the memory, and a program may have a hundred
 * thousand files.
 */
public final class Sha256 {

    /** The digits of each number. */
    private static final int DIGITS = 16;

    private final long first;
    private final long second;
    private final long third;
    private final long last;

    /**
     * Reads a digest.
     *
     * @param hex 64 lower-case hexadecimal digits
     * @throws IllegalArgumentException if the value is not 64 lower-case hexadecimal digits
     */
    public Sha256(String hex) {
        if (hex.length() != 4 * DIGITS) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
        this.first = number(hex, 0);
        this.second = number(hex, DIGITS);
        this.third = number(hex, 2 * DIGITS);
        this.last = number(hex, 3 * DIGITS);
    }

    private Sha256(ByteBuffer digest) {
        this.first = digest.getLong();
        this.second = digest.getLong();
        this.third = digest.getLong();
        this.last = digest.getLong();
    }

    /** Java's own methods accept capital letters too. */
    private static long number(String hex, int start) {
        long number = 0;
        for (int i = start; i < start + DIGITS; i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
            }
            number = number << 4 | (c <= '9' ? c - '0' : c - 'a' + 10);
        }
        return number;
    }

    /**
     * Computes the digest of bytes.
     *
     * @param bytes the content, which may be empty
     * @return the digest of the whole array
     */
    public static Sha256 of(byte[] bytes) {
        return from(newDigest().digest(bytes));
    }

    /**
     * Converts a computed digest of 32 bytes.
     *
     * @param digest the result of a message digest
     * @return the same digest
     */
    public static Sha256 from(byte[] digest) {
        return new Sha256(ByteBuffer.wrap(digest));
    }

    /**
     * Creates a message digest whose result goes to {@link #from}.
     *
     * @return a new, empty SHA-256 computation
     */
    public static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** {@return 64 lower-case hexadecimal digits} */
    public String hex() {
        byte[] bytes = new byte[4 * Long.BYTES];
        ByteBuffer.wrap(bytes).putLong(first).putLong(second).putLong(third).putLong(last);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sha256 that
                && first == that.first
                && second == that.second
                && third == that.third
                && last == that.last;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return hex();
    }
}
