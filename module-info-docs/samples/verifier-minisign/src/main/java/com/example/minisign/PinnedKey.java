package com.example.minisign;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A public key in the format of {@code minisign -G}: a comment, then the algorithm {@code Ed}, key id and key.
 *
 * @param id sixteen hexadecimal digits, as minisign prints them, with leading zeros
 */
record PinnedKey(String id, PublicKey key) {

    private static final int LENGTH = 2 + 8 + 32;

    /** The prefix of the key's 32 bytes in a SubjectPublicKeyInfo (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    static PinnedKey read(byte[] file) throws FormatException {
        Lines lines = new Lines("the pinned key", file);
        lines.comment("untrusted comment: ");
        byte[] bytes = lines.bytes(LENGTH);
        if (!new String(bytes, 0, 2, StandardCharsets.US_ASCII).equals("Ed")) {
            throw new FormatException("the pinned key is not for Ed25519");
        }
        byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
        System.arraycopy(bytes, 10, encoded, X509.length, 32);
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return new PinnedKey(id(bytes), key);
        } catch (GeneralSecurityException _) {
            throw new FormatException("the pinned key is not a key");
        }
    }

    /** Reads the id of a key or signature: eight bytes in little-endian order. */
    static String id(byte[] bytes) {
        byte[] reversed = new byte[8];
        for (int i = 0; i < 8; i++) {
            reversed[i] = bytes[9 - i];
        }
        return HexFormat.of().withUpperCase().formatHex(reversed);
    }

    boolean hasSigned(byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException _) {
            return false; // bytes that are no signature at all
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has Ed25519", e);
        }
    }
}
