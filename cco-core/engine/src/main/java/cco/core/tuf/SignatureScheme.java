package cco.core.tuf;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The three signature schemes of TUF 4.2, computed by the JDK. */
enum SignatureScheme {
    ED25519("ed25519", Set.of("ed25519")),
    ECDSA_P256("ecdsa-sha2-nistp256", Set.of("ecdsa", "ecdsa-sha2-nistp256")),
    RSA_PSS("rsassa-pss-sha256", Set.of("rsa"));

    /** RFC 8410: the bytes before an Ed25519 key in a SubjectPublicKeyInfo. */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /** RFC 8032: the prime 2^255 - 19. */
    private static final BigInteger ED25519_PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    /** The y coordinates of the eight points of small order, under which anyone can forge a signature. */
    private static final Set<BigInteger> ED25519_SMALL_ORDER = Set.of(
            BigInteger.ZERO,
            BigInteger.ONE,
            ED25519_PRIME.subtract(BigInteger.ONE),
            new BigInteger("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
            new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd83d3d706a17c7", 16));

    private static final int P256_BITS = 256;
    private static final int MIN_RSA_BITS = 2048;
    private static final PSSParameterSpec PSS =
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

    private final String id;
    private final Set<String> keyTypes;

    SignatureScheme(String id, Set<String> keyTypes) {
        this.id = id;
        this.keyTypes = keyTypes;
    }

    /** The scheme of a key, if this client knows it. */
    static Optional<SignatureScheme> of(String keyType, String scheme) {
        return Arrays.stream(values())
                .filter(known -> known.id.equals(scheme) && known.keyTypes.contains(keyType))
                .findFirst();
    }

    /**
     * Reads a public key: hexadecimal for Ed25519, PEM for the others.
     *
     * @throws GeneralSecurityException if it is not a key of this scheme, or a weak one
     */
    PublicKey key(String encoded) throws GeneralSecurityException {
        try {
            return switch (this) {
                case ED25519 -> requireStrong((EdECPublicKey) decode("Ed25519", ed25519(encoded)));
                case ECDSA_P256 -> requireP256((ECPublicKey) decode("EC", pem(encoded)));
                case RSA_PSS -> requireStrong((RSAPublicKey) decode("RSA", pem(encoded)));
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidKeyException("neither hexadecimal nor base64", e);
        }
    }

    /** Whether the signature is valid; a malformed signature is not. */
    boolean verifies(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = verifier();
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private Signature verifier() throws GeneralSecurityException {
        return switch (this) {
            case ED25519 -> Signature.getInstance("Ed25519");
            case ECDSA_P256 -> Signature.getInstance("SHA256withECDSA");
            case RSA_PSS -> {
                Signature verifier = Signature.getInstance("RSASSA-PSS");
                verifier.setParameter(PSS);
                yield verifier;
            }
        };
    }

    private static PublicKey decode(String algorithm, byte[] subjectPublicKeyInfo) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
    }

    private static byte[] ed25519(String hex) {
        byte[] raw = HexFormat.of().parseHex(hex);
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + raw.length);
        System.arraycopy(raw, 0, encoded, ED25519_PREFIX.length, raw.length);
        return encoded;
    }

    private static byte[] pem(String pem) {
        String base64 = pem.replace("-----BEGIN PUBLIC KEY-----", "").replace("-----END PUBLIC KEY-----", "");
        return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    }

    private static PublicKey requireStrong(EdECPublicKey key) throws InvalidKeyException {
        BigInteger y = key.getPoint().getY();
        if (y.compareTo(ED25519_PRIME) >= 0 || ED25519_SMALL_ORDER.contains(y)) {
            throw new InvalidKeyException("not a point of large order in its canonical encoding");
        }
        return key;
    }

    private static PublicKey requireP256(ECPublicKey key) throws InvalidKeyException {
        if (key.getParams().getCurve().getField().getFieldSize() != P256_BITS) {
            throw new InvalidKeyException("not on the curve P-256");
        }
        return key;
    }

    private static PublicKey requireStrong(RSAPublicKey key) throws InvalidKeyException {
        if (key.getModulus().bitLength() < MIN_RSA_BITS) {
            throw new InvalidKeyException("shorter than " + MIN_RSA_BITS + " bits");
        }
        return key;
    }
}
