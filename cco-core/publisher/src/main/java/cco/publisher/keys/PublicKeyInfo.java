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
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The half of a key that everybody may know, as metadata carries it (TUF specification, section 4.2). */
public final class PublicKeyInfo {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");
    private static final int ED25519_BYTES = 32;

    private final PublicKey key;
    private final Scheme scheme;

    private PublicKeyInfo(PublicKey key, Scheme scheme) {
        this.key = key;
        this.scheme = scheme;
    }

    static PublicKeyInfo of(PublicKey key) throws InvalidKeyException {
        return new PublicKeyInfo(key, Scheme.of(key));
    }

    /** Reads a SubjectPublicKeyInfo (RFC 5280) of any algorithm that clients know. */
    static PublicKeyInfo decode(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return of(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (InvalidKeySpecException e) {
                continue; // of another algorithm
            }
        }
        throw new InvalidKeyException("it is no public key of a known algorithm");
    }

    Scheme scheme() {
        return scheme;
    }

    /** The key as an object of metadata. */
    public Map<String, Object> json() {
        return Map.of("keytype", scheme.keyType(), "scheme", scheme.id(), "keyval", Map.of("public", text()));
    }

    /** The digest of the canonical form, by which metadata refers to the key: 64 hexadecimal digits. */
    public String id() {
        try {
            byte[] text = JsonText.line(json()).getBytes(StandardCharsets.UTF_8);
            return Sha256.of(CanonicalJson.of(Json.parse(text))).hex();
        } catch (JsonException e) {
            throw new AssertionError("a key is made of plain texts", e);
        }
    }

    /** Whether the signature is this key's over the message; a malformed one is none. */
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
        return scheme == Scheme.ED25519
                ? HexFormat.of().formatHex(Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length))
                : Pem.of("PUBLIC KEY", encoded).text();
    }
}
