package cco.core.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.error.CcoException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a remembered signature stands for: these bytes, these keys and this threshold, and nothing else. */
class SignatureProofTest {

    private static final String DOCUMENT = "{\"signed\": {}, \"signatures\": []}";

    /** Asks for a signature that is remembered, and returns the digest that was asked for. */
    private static Sha256 proof(long threshold, Map<String, TufKey> keys, String document) {
        Set<Sha256> asked = new HashSet<>();
        SignatureMemory everything = new SignatureMemory() {
            @Override
            public boolean contains(Sha256 proof) {
                return asked.add(proof);
            }

            @Override
            public void add(Sha256 proof) {}
        };
        try {
            UntrustedBytes bytes = new UntrustedBytes("root", document.getBytes(StandardCharsets.UTF_8));
            new RoleKeys(keys, threshold).require(SignedMetadata.read(bytes), RoleName.ROOT, everything);
        } catch (CcoException e) {
            throw new AssertionError(e);
        }
        return asked.iterator().next();
    }

    private static TufKey key(SignatureScheme scheme, String encoded) {
        return new TufKey(scheme, encoded);
    }

    @Test
    void differentKeysThresholdsAndBytes_areDifferentProofs() {
        TufKey one = key(SignatureScheme.ED25519, "a");
        Set<Sha256> proofs = new HashSet<>(List.of(
                proof(1, Map.of("1", one), DOCUMENT),
                proof(2, Map.of("1", one), DOCUMENT),
                proof(1, Map.of("2", one), DOCUMENT),
                proof(1, Map.of("1", key(SignatureScheme.ECDSA_P256, "a")), DOCUMENT),
                proof(1, Map.of("1", key(SignatureScheme.ED25519, "b")), DOCUMENT),
                proof(1, Map.of("1", one, "2", one), DOCUMENT),
                proof(1, Map.of(), DOCUMENT),
                proof(1, Map.of("1", one), DOCUMENT + " ")));
        assertEquals(8, proofs.size());
    }

    @Test
    void textsThatAreSplitElsewhere_areDifferentProofs() {
        Sha256 one = proof(1, Map.of("key", key(SignatureScheme.ED25519, "ED25519")), DOCUMENT);
        Sha256 other = proof(1, Map.of("keyED25519", key(SignatureScheme.ED25519, "")), DOCUMENT);
        assertEquals(2, Set.of(one, other).size());
    }

    @Test
    void orderOfKeys_doesNotMatter() {
        TufKey one = key(SignatureScheme.ED25519, "a");
        TufKey other = key(SignatureScheme.ED25519, "b");
        assertEquals(
                proof(1, Map.of("1", one, "2", other), DOCUMENT), proof(1, Map.of("2", other, "1", one), DOCUMENT));
    }
}
