package com.example.minisign;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A signature as {@code minisign -S} writes it: a comment; the algorithm, the key's id and the signature; a comment
 * that is signed too; and the signature over the first one together with this comment.
 *
 * @param hashed whether the file's BLAKE2b-512 digest is signed ({@code ED}), or the file itself ({@code Ed}), the old
 *     way
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
                    default -> throw new FormatException("the signature is of an unknown kind");
                };
        byte[] signature = Arrays.copyOfRange(bytes, 10, bytes.length);
        String comment = lines.comment("trusted comment: ");
        return new SignatureFile(hashed, PinnedKey.id(bytes), signature, comment, lines.bytes(SIGNATURE));
    }

    /** What the second signature is over. */
    byte[] global() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(signature);
        bytes.writeBytes(comment.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** The signed comment without what a terminal could take for a command. */
    String printableComment() {
        return comment.replaceAll("\\p{Cntrl}", " ");
    }
}
