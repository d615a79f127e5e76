package cco.core.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {

    private static final int DIGITS = 64;

    /**
     * Creates a digest after checking its form.
     *
     * @throws IllegalArgumentException if the value is not 64 lower-case hexadecimal digits
     */
    public Sha256 {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("not a SHA-256 digest: " + hex);
        }
    }

    /** A loop, because a pattern takes more time than the rest of the work on a small file. */
    private static boolean isValid(String hex) {
        for (int i = 0; i < hex.length(); i++) {
            char c = hex.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return hex.length() == DIGITS;
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
     * @return the same digest in hexadecimal form
     */
    public static Sha256 from(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
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

    @Override
    public String toString() {
        return hex;
    }
}
