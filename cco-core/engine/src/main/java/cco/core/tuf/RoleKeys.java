package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * A role's keys and its threshold.
 *
 * @param keys by key id; departing from TUF 4.2, an id need not be the digest of its key
 * @param threshold at least 1
 */
record RoleKeys(Map<String, TufKey> keys, long threshold) {

    RoleKeys {
        keys = Map.copyOf(keys);
    }

    /** Reads a role's {@code keyids} and {@code threshold}; skips ids without a usable key. */
    static RoleKeys read(JsonObject role, Map<String, TufKey> known) throws JsonException {
        long threshold = role.whole("threshold");
        if (threshold < 1) {
            throw role.refuse("threshold", "at least 1");
        }
        Map<String, TufKey> keys = new HashMap<>();
        for (String id : role.texts("keyids")) {
            if (known.containsKey(id)) {
                keys.put(id, known.get(id));
            }
        }
        return new RoleKeys(keys, threshold);
    }

    /** Reads the {@code keys} of a root or of delegations; skips keys that cannot verify. */
    static Map<String, TufKey> readKeys(JsonObject json) throws JsonException {
        Map<String, TufKey> keys = new HashMap<>();
        for (String id : json.names()) {
            TufKey.read(json.object(id)).ifPresent(key -> keys.put(id, key));
        }
        return keys;
    }

    /**
     * Verifies that enough keys have signed.
     *
     * @throws VerificationException if fewer keys than the threshold have signed
     */
    void require(SignedMetadata metadata, RoleName role) throws VerificationException {
        Set<Sha256> signers = new HashSet<>(); // TUF 4.2: each key counts once towards the threshold
        keys.forEach((id, key) -> {
            String signature = metadata.signatures().get(id);
            if (signature != null && key.verifies(metadata.canonical(), signature)) {
                signers.add(key.identity());
            }
        });
        if (signers.isEmpty()) {
            throw MetadataErrors.unsigned(metadata.name(), threshold, role);
        }
        if (signers.size() < threshold) {
            throw MetadataErrors.untrusted(
                    metadata.name(),
                    signers.size() + " of the " + threshold + " signatures that the role " + role + " needs are valid");
        }
    }
}
