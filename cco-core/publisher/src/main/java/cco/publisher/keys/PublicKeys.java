package cco.publisher.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Derives the public key of a private key, which Java has no method for. */
final class PublicKeys {

    /** RFC 5915: the bytes before the optional public key of an EC key, an uncompressed point on P-256. */
    private static final byte[] P256_POINT = HexFormat.of().parseHex("a14403420004");

    private static final int COORDINATE = 32;

    private PublicKeys() {}

    static PublicKey of(PrivateKey key) throws GeneralSecurityException {
        return switch (key) {
            case EdECPrivateKey ed -> ed25519(ed);
            case ECPrivateKey ec -> p256(ec);
            case RSAPrivateCrtKey rsa ->
                KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            default -> throw new InvalidKeyException("it has no public key");
        };
    }

    /** RFC 8032: the private key is 32 random bytes, and generating from the same bytes yields the same pair. */
    private static PublicKey ed25519(EdECPrivateKey key) throws GeneralSecurityException {
        byte[] seed = key.getBytes().orElseThrow(() -> new InvalidKeyException("its bytes are not accessible"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(key.getParams(), new Replay(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static PublicKey p256(ECPrivateKey key) throws GeneralSecurityException {
        byte[] encoded = key.getEncoded();
        int x = encoded.length - 2 * COORDINATE;
        int mark = x - P256_POINT.length;
        if (mark < 0 || !Arrays.equals(encoded, mark, x, P256_POINT, 0, P256_POINT.length)) {
            throw new InvalidKeyException("it does not include its public key on P-256");
        }
        BigInteger one = new BigInteger(1, Arrays.copyOfRange(encoded, x, x + COORDINATE));
        BigInteger other = new BigInteger(1, Arrays.copyOfRange(encoded, x + COORDINATE, encoded.length));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(one, other), key.getParams()));
    }

    /** A source of fixed instead of random bytes. */
    private static final class Replay extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Replay(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
