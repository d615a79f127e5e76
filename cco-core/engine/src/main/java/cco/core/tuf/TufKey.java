package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key that can verify.
 *
 * @param identity the digest of the key's own numbers; equal for one key under two ids or in two encodings
 */
record TufKey(Sha256 identity, SignatureScheme scheme, PublicKey key) {

    /**
     * Reads a key object (TUF 4.2). Metadata may list keys of unknown types, of unknown schemes or with invalid values,
     * but such a key never verifies anything.
     */
    static Optional<TufKey> read(JsonObject json) throws JsonException {
        Optional<SignatureScheme> scheme = SignatureScheme.of(json.text("keytype"), json.text("scheme"));
        Optional<String> value = json.object("keyval").optionalText("public");
        if (scheme.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            PublicKey key = scheme.get().key(value.get());
            return Optional.of(new TufKey(KeyIdentity.of(key), scheme.get(), key));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    boolean verifies(byte[] message, String hexSignature) {
        try {
            return scheme.verifies(key, message, HexFormat.of().parseHex(hexSignature));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
