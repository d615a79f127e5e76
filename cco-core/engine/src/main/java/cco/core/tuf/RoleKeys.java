package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A role's keys and its threshold.
 *
 * @param keys by key id; departing from TUF 4.2, an id need not be the digest of its key
 * @param threshold at least 1
 */
record RoleKeys(Map<String, TufKey> keys, long threshold) {

    /** Change it when a rule for keys or signatures becomes stricter, so that no earlier verification counts. */
    private static final String PROOF = "cco 1";

    RoleKeys {
        keys = Map.copyOf(keys);
    }

    /** Reads a role's {@code keyids} and {@code threshold}; skips ids without a key of a known scheme. */
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

    /** Reads the {@code keys} of a root or of delegations; skips keys of unknown schemes. */
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
     * @param memory of earlier verifications
     * @throws SourceException if the signed part has no canonical form
     * @throws VerificationException if fewer keys than the threshold have signed
     */
    void require(SignedMetadata metadata, RoleName role, SignatureMemory memory)
            throws SourceException, VerificationException {
        Sha256 proof = proof(metadata);
        if (!memory.contains(proof)) {
            verify(metadata, role);
            memory.add(proof);
        }
    }

    /** Differs if anything differs on which the verification depends. */
    private Sha256 proof(SignedMetadata metadata) {
        MessageDigest digest = Sha256.newDigest();
        update(digest, PROOF);
        update(digest, Long.toString(threshold));
        new TreeMap<>(keys).forEach((id, key) -> {
            update(digest, id);
            update(digest, key.scheme().name());
            update(digest, key.encoded());
        });
        return Sha256.from(digest.digest(metadata.document().bytes()));
    }

    /** The length keeps two texts from looking like two others. */
    private static void update(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private void verify(SignedMetadata metadata, RoleName role) throws SourceException, VerificationException {
        byte[] message = metadata.canonical();
        Set<Sha256> signers = new HashSet<>(); // TUF 4.2: each key counts once towards the threshold
        keys.forEach((id, key) -> {
            String signature = metadata.signatures().get(id);
            if (signature != null) {
                key.signer(message, signature).ifPresent(signers::add);
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
