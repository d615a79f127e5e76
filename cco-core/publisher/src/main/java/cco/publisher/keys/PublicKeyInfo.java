package cco.publisher.keys;

import cco.core.json.CanonicalJson;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonText;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A public key in the form of metadata (TUF 4.2). */
public final class PublicKeyInfo {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");
    private static final int ED25519_BYTES = 32;

    private final PublicKey key;
    private final SigningScheme scheme;

    private PublicKeyInfo(PublicKey key, SigningScheme scheme) {
        this.key = key;
        this.scheme = scheme;
    }

    static PublicKeyInfo of(PublicKey key) throws InvalidKeyException {
        return new PublicKeyInfo(canonical(key), SigningScheme.of(key));
    }

    /** Encodes an RSA key without leading zeros, because its key id is the digest of the encoding. */
    private static PublicKey canonical(PublicKey key) throws InvalidKeyException {
        try {
            return key instanceof RSAPublicKey rsa
                    ? KeyFactory.getInstance("RSA")
                            .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()))
                    : key;
        } catch (GeneralSecurityException e) {
            throw new InvalidKeyException("not a usable RSA key", e);
        }
    }

    /** Reads a SubjectPublicKeyInfo (RFC 5280) of any algorithm that clients accept. */
    static PublicKeyInfo decode(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (InvalidKeySpecException e) {
                continue; // of another algorithm
            }
        }
        throw new InvalidKeyException("not a public key of a known algorithm");
    }

    SigningScheme scheme() {
        return scheme;
    }

    /** The key as an object of metadata. */
    public Map<String, Object> json() {
        return Map.of("keytype", scheme.keyType(), "scheme", scheme.id(), "keyval", Map.of("public", text()));
    }

    /** The key id: the SHA-256 of the canonical form, as 64 hexadecimal digits. */
    public String id() {
        try {
            byte[] text = JsonText.line(json()).getBytes(StandardCharsets.UTF_8);
            return Sha256.of(CanonicalJson.of(Json.parse(text))).hex();
        } catch (JsonException e) {
            throw new AssertionError("a key consists of plain strings", e);
        }
    }

    /** Whether the signature is valid; a malformed signature is not. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature engine = scheme.engine(Optional.empty());
            engine.initVerify(key);
            engine.update(message);
            return engine.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private String text() {
        byte[] encoded = key.getEncoded();
        return scheme == SigningScheme.ED25519
                ? HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length))
                : Pem.of("PUBLIC KEY", encoded).text();
    }
}
