package cco.verifier.gpg;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.KeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.bcpg.ECDSAPublicBCPGKey;
import org.bouncycastle.bcpg.ECPublicBCPGKey;
import org.bouncycastle.bcpg.EdDSAPublicBCPGKey;
import org.bouncycastle.bcpg.MPInteger;
import org.bouncycastle.bcpg.RSAPublicBCPGKey;
import org.bouncycastle.bcpg.SignaturePacket;

/**
 * An OpenPGP key in the form of the JDK. Accepts RSA with at least 2048 bits, ECDSA on NIST P-256 and P-384, and
 * Ed25519 by the algorithm number of version 4 keys, and refuses all others.
 *
 * @param algorithm the algorithm of its signatures
 * @param size the number of bytes of each integer in a signature
 */
record VerificationKey(PublicKey key, Algorithm algorithm, int size) {

    private static final int MIN_RSA_BITS = 2048;
    private static final String ED25519_OID = "1.3.6.1.4.1.11591.15.1";
    private static final int ED25519_BYTES = 32;

    /** RFC 9580 §11.2.2: a point in the native form of its curve starts with this byte. */
    private static final int NATIVE_POINT = 0x40;

    /** RFC 8410 §4: the bytes before an Ed25519 key in X.509. */
    private static final byte[] ED25519_X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** RFC 5480 §2: the bytes before an uncompressed point in X.509. */
    private static final Map<String, Curve> CURVES = Map.of(
            "1.2.840.10045.3.1.7",
            new Curve(32, HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200")),
            "1.3.132.0.34",
            new Curve(48, HexFormat.of().parseHex("3076301006072a8648ce3d020106052b81040022036200")));

    private record Curve(int size, byte[] x509) {}

    /** The name in the JDK, after the name of the digest; Ed25519 signs the digest as its message. */
    enum Algorithm {
        RSA("withRSA"),
        ECDSA("withECDSAinP1363Format"),
        ED25519("");

        private final String suffix;

        Algorithm(String suffix) {
            this.suffix = suffix;
        }

        String suffix() {
            return suffix;
        }
    }

    /** Converts a key of an accepted algorithm and strength. */
    static VerificationKey of(PgpKey key) throws RefusedException {
        try {
            return switch (key.packet().getKey()) {
                case RSAPublicBCPGKey rsa
                when rsa.getModulus().bitLength() < MIN_RSA_BITS ->
                    throw new RefusedException(
                            "the key " + key + " is an RSA key of fewer than " + MIN_RSA_BITS + " bits");
                case RSAPublicBCPGKey rsa ->
                    new VerificationKey(
                            generate("RSA", new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent())),
                            Algorithm.RSA,
                            (rsa.getModulus().bitLength() + 7) / 8);
                case ECDSAPublicBCPGKey point -> ecdsa(key, point);
                case EdDSAPublicBCPGKey point -> ed25519(key, point);
                default -> throw refused(key);
            };
        } catch (GeneralSecurityException e) {
            throw new RefusedException("the key " + key + " is damaged", e);
        }
    }

    /** The numbers of a signature, padded as the JDK expects. */
    byte[] numbers(SignaturePacket packet) throws RefusedException {
        MPInteger[] integers = packet.getSignature();
        ByteBuffer numbers = ByteBuffer.allocate(size * integers.length);
        for (MPInteger integer : integers) {
            numbers.put(padded(integer.getValue(), size));
        }
        return numbers.array();
    }

    private static VerificationKey ecdsa(PgpKey key, ECPublicBCPGKey point)
            throws RefusedException, GeneralSecurityException {
        Curve curve = CURVES.get(point.getCurveOID().getId());
        if (curve == null) {
            throw refused(key);
        }
        byte[] encoded = padded(point.getEncodedPoint(), 1 + 2 * curve.size());
        return new VerificationKey(x509("EC", curve.x509(), encoded), Algorithm.ECDSA, curve.size());
    }

    private static VerificationKey ed25519(PgpKey key, ECPublicBCPGKey point)
            throws RefusedException, GeneralSecurityException {
        byte[] encoded = padded(point.getEncodedPoint(), 1 + ED25519_BYTES);
        if (!point.getCurveOID().getId().equals(ED25519_OID) || encoded[0] != NATIVE_POINT) {
            throw refused(key);
        }
        byte[] bare = Arrays.copyOfRange(encoded, 1, encoded.length);
        return new VerificationKey(x509("Ed25519", ED25519_X509, bare), Algorithm.ED25519, ED25519_BYTES);
    }

    private static PublicKey x509(String algorithm, byte[] prefix, byte[] key) throws GeneralSecurityException {
        byte[] encoded = ByteBuffer.allocate(prefix.length + key.length)
                .put(prefix)
                .put(key)
                .array();
        return generate(algorithm, new X509EncodedKeySpec(encoded));
    }

    private static PublicKey generate(String algorithm, KeySpec spec) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(spec);
    }

    /** Adds the leading zeros that OpenPGP omits. */
    private static byte[] padded(BigInteger number, int size) throws RefusedException {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - sign;
        if (length > size) {
            throw new RefusedException("a number is too large for its algorithm");
        }
        return ByteBuffer.allocate(size)
                .position(size - length)
                .put(bytes, sign, length)
                .array();
    }

    private static RefusedException refused(PgpKey key) {
        return new RefusedException("the key " + key + " has an algorithm that is not accepted (number "
                + key.packet().getAlgorithm() + " in OpenPGP): only RSA, ECDSA on P-256 and P-384, and Ed25519 are");
    }
}
