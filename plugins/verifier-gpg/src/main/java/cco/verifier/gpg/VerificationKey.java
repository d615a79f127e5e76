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
 * An OpenPGP key and its signatures as the JDK takes them. This is the list of what is admitted: RSA from 2048 bits,
 * ECDSA on NIST P-256 and P-384, and Ed25519 by the number that keys of version 4 have; all others are refused.
 *
 * @param scheme how it signs
 * @param size the bytes of each integer in a signature
 */
record VerificationKey(PublicKey key, Algorithm scheme, int size) {

    private static final int MIN_RSA_BITS = 2048;
    private static final String ED25519_OID = "1.3.6.1.4.1.11591.15.1";
    private static final int ED25519_BYTES = 32;

    /** RFC 9580 §11.2.2: a point in the curve's own form begins with this byte. */
    private static final int NATIVE_POINT = 0x40;

    /** RFC 8410 §4: what stands before the 32 bytes of an Ed25519 key in X.509. */
    private static final byte[] ED25519_X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    /** RFC 5480 §2: what stands before the uncompressed point of a curve's key in X.509. */
    private static final Map<String, Curve> CURVES = Map.of(
            "1.2.840.10045.3.1.7",
            new Curve(32, HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200")),
            "1.3.132.0.34",
            new Curve(48, HexFormat.of().parseHex("3076301006072a8648ce3d020106052b81040022036200")));

    private record Curve(int size, byte[] x509) {}

    /** What the JDK calls it, after the digest's name; Ed25519 signs a digest as if it were the message. */
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

    /** The key for the JDK, if it is of a kind and a strength that is admitted. */
    static VerificationKey of(PgpKey key) throws RefusedException {
        try {
            return switch (key.packet().getKey()) {
                case RSAPublicBCPGKey rsa
                when rsa.getModulus().bitLength() < MIN_RSA_BITS ->
                    throw new RefusedException(
                            "the key " + key + " is an RSA key of less than " + MIN_RSA_BITS + " bits");
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

    /** A signature's numbers, as many bytes as the JDK expects. */
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

    /** OpenPGP leaves leading zeros out. */
    private static byte[] padded(BigInteger number, int size) throws RefusedException {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        int length = bytes.length - sign;
        if (length > size) {
            throw new RefusedException("a number is too large for its kind of key");
        }
        return ByteBuffer.allocate(size)
                .position(size - length)
                .put(bytes, sign, length)
                .array();
    }

    private static RefusedException refused(PgpKey key) {
        return new RefusedException("the key " + key + " is of a kind that is not admitted (OpenPGP's algorithm "
                + key.packet().getAlgorithm() + "): only RSA, ECDSA on P-256 and P-384, and Ed25519 are");
    }
}
