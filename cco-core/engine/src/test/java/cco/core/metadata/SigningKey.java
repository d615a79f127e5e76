package cco.core.metadata;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A publisher's key, with its public half as in metadata. Its id is a plain number, not a digest. */
record SigningKey(String id, KeyPair pair, String keyType, String scheme, String publicText) {

    private static final AtomicInteger IDS = new AtomicInteger();
    private static final int ED25519_BYTES = 32;

    private static final class Rsa {
        static final KeyPair PAIR = generate("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
    }

    static SigningKey ed25519() {
        KeyPair pair = generate("Ed25519", NamedParameterSpec.ED25519);
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] raw = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        return new SigningKey(
                nextId(), pair, "ed25519", "ed25519", HexFormat.of().formatHex(raw));
    }

    static SigningKey ecdsa() {
        return ecdsa("secp256r1");
    }

    /** A key on any curve, which calls itself one of P-256. */
    static SigningKey ecdsa(String curve) {
        KeyPair pair = generate("EC", new ECGenParameterSpec(curve));
        return new SigningKey(nextId(), pair, "ecdsa", "ecdsa-sha2-nistp256", pem(pair));
    }

    /** Always the same key, because generating one takes long. */
    static SigningKey rsa() {
        return rsa(Rsa.PAIR);
    }

    /** A new key of this length. */
    static SigningKey rsa(int bits) {
        return rsa(generate("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)));
    }

    private static SigningKey rsa(KeyPair pair) {
        return new SigningKey(nextId(), pair, "rsa", "rsassa-pss-sha256", pem(pair));
    }

    SigningKey withId(String other) {
        return new SigningKey(other, pair, keyType, scheme, publicText);
    }

    SigningKey withScheme(String type, String other) {
        return new SigningKey(id, pair, type, other, publicText);
    }

    Map<String, Object> json() {
        return Map.of("keytype", keyType, "scheme", scheme, "keyval", Map.of("public", publicText));
    }

    String sign(byte[] message) {
        try {
            Signature signer = signer();
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return HexFormat.of().formatHex(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Signature signer() throws GeneralSecurityException {
        return switch (pair.getPublic().getAlgorithm()) {
            case "EC" -> Signature.getInstance("SHA256withECDSA");
            case "RSA" -> {
                Signature signer = Signature.getInstance("RSASSA-PSS");
                signer.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
                yield signer;
            }
            default -> Signature.getInstance("Ed25519");
        };
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String nextId() {
        return "key-" + IDS.incrementAndGet();
    }
}
