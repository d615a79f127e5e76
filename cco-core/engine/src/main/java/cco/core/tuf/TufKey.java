package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A public key as metadata lists it. It is decoded when it has to verify, because most keys of a root do not.
 *
 * @param encoded in the encoding of the scheme; perhaps not a key at all
 */
record TufKey(SignatureScheme scheme, String encoded) {

    /**
     * Reads a key object (TUF 4.2). Metadata may list keys of unknown types, of unknown schemes or with invalid values,
     * but such a key never verifies anything.
     */
    static Optional<TufKey> read(JsonObject json) throws JsonException {
        Optional<SignatureScheme> scheme = SignatureScheme.of(json.text("keytype"), json.text("scheme"));
        Optional<String> value = json.object("keyval").optionalText("public");
        return scheme.isEmpty() || value.isEmpty()
                ? Optional.empty()
                : Optional.of(new TufKey(scheme.get(), value.get()));
    }

    /**
     * Verifies a signature.
     *
     * @return the digest of the key's own numbers, which is equal for one key under two ids or in two encodings;
     *     nothing if the key has not signed the message
     */
    Optional<Sha256> signer(byte[] message, String hexSignature) {
        try {
            PublicKey key = scheme.key(encoded);
            return scheme.verifies(key, message, HexFormat.of().parseHex(hexSignature))
                    ? Optional.of(KeyIdentity.of(key))
                    : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
