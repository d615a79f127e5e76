package cco.core.tuf;

import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;

/**
 * Compares keys by their numbers, because one key can be encoded in several ways.
 *
 * <p>Two RSA keys with the same modulus are one key: someone who knows its factors can find further exponents that
 * verify the same signatures.
 */
final class KeyIdentity {

    private KeyIdentity() {}

    static Sha256 of(PublicKey key) throws InvalidKeyException {
        String numbers =
                switch (key) {
                    case RSAPublicKey rsa -> "rsa " + rsa.getModulus().toString(16);
                    case ECPublicKey ec -> "p256 " + text(ec.getW());
                    case EdECPublicKey ed ->
                        "ed25519 " + ed.getPoint().getY().toString(16) + " "
                                + ed.getPoint().isXOdd();
                    default -> throw new InvalidKeyException("not a key of a known scheme");
                };
        return Sha256.of(numbers.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ECPoint point) {
        return point.getAffineX().toString(16) + " " + point.getAffineY().toString(16);
    }
}
