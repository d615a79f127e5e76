package cco.publisher.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;

/** The signature schemes of TUF 4.2, as a signer uses them. */
enum SigningScheme {
    ED25519("ed25519", "ed25519", "Ed25519"),
    ECDSA_P256("ecdsa", "ecdsa-sha2-nistp256", "SHA256withECDSA"),
    RSA_PSS("rsa", "rsassa-pss-sha256", "RSASSA-PSS");

    private static final int P256_BITS = 256;
    private static final int MIN_RSA_BITS = 2048;

    private final String keyType;
    private final String id;
    private final String algorithm;

    SigningScheme(String keyType, String id, String algorithm) {
        this.keyType = keyType;
        this.id = id;
        this.algorithm = algorithm;
    }

    String keyType() {
        return keyType;
    }

    String id() {
        return id;
    }

    /**
     * The scheme of a key.
     *
     * @throws InvalidKeyException if clients refuse such a key
     */
    static SigningScheme of(PublicKey key) throws InvalidKeyException {
        return switch (key) {
            case EdECPublicKey ed when ed.getParams().getName().equals("Ed25519") -> ED25519;
            case ECPublicKey ec when ec.getParams().getCurve().getField().getFieldSize() == P256_BITS -> ECDSA_P256;
            case RSAPublicKey rsa when rsa.getModulus().bitLength() >= MIN_RSA_BITS -> RSA_PSS;
            default ->
                throw new InvalidKeyException(
                        "it is neither Ed25519, nor ECDSA on P-256, nor RSA of at least " + MIN_RSA_BITS + " bits");
        };
    }

    /** A new signature engine, of the given provider if only that one can use the key. */
    Signature engine(Optional<Provider> provider) throws GeneralSecurityException {
        Signature engine = provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
        if (this == RSA_PSS) {
            engine.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        }
        return engine;
    }
}
