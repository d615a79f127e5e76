package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Optional;

/** A public key that can verify. Two of the same content are equal, whatever ids metadata gives them. */
record TufKey(SignatureScheme scheme, PublicKey key) {

    /**
     * Reads a key object (section 4.2). Of a type or scheme that this client does not know, or with a value that is
     * none, it is no key: metadata may carry it, but nothing is ever verified by it.
     */
    static Optional<TufKey> read(JsonObject json) throws JsonException {
        Optional<SignatureScheme> scheme = SignatureScheme.of(json.text("keytype"), json.text("scheme"));
        Optional<String> value = json.object("keyval").optionalText("public");
        if (scheme.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TufKey(scheme.get(), scheme.get().key(value.get())));
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
