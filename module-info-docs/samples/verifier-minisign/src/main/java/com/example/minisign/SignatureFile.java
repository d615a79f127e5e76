package com.example.minisign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A signature in the format of {@code minisign -S}.
 *
 * <p>The file has a comment, the signature with algorithm and key id, a trusted comment, and a second signature that
 * covers the first one and the trusted comment.
 *
 * @param hashed whether the signature covers the BLAKE2b-512 digest of the file ({@code ED}) or, as a legacy signature,
 *     the file itself ({@code Ed})
 */
record SignatureFile(boolean hashed, String keyId, byte[] signature, String comment, byte[] globalSignature) {

    private static final int SIGNATURE = 64;

    static SignatureFile read(byte[] file) throws FormatException {
        Lines lines = new Lines("the signature", file);
        lines.comment("untrusted comment: ");
        byte[] bytes = lines.bytes(2 + 8 + SIGNATURE);
        boolean hashed =
                switch (new String(bytes, 0, 2, StandardCharsets.US_ASCII)) {
                    case "ED" -> true;
                    case "Ed" -> false;
                    default -> throw new FormatException("the signature has an unknown algorithm");
                };
        byte[] signature = Arrays.copyOfRange(bytes, 10, bytes.length);
        String comment = lines.comment("trusted comment: ");
        return new SignatureFile(hashed, PinnedKey.id(bytes), signature, comment, lines.bytes(SIGNATURE));
    }

    /** The bytes that the second signature covers. */
    byte[] global() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(signature);
        bytes.writeBytes(comment.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** The signed comment without control characters. */
    String printableComment() {
        return comment.replaceAll("\\p{Cntrl}", " ");
    }
}
