package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the metadata says about one file: its digests, its length and its place. */
class TargetFileTest extends MetadataLab {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);
    private static final Sha256 DIGEST = Sha256.of(CONTENT);

    private TargetFile listed(String path, Map<String, String> hashes) throws Exception {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("length", (long) CONTENT.length);
        file.put("hashes", hashes);
        child(repository.metadata.get("targets"), "targets").put(path, file);
        repository.publish("targets", "snapshot", "timestamp");
        return client.find(path).orElseThrow();
    }

    private TargetFile listed() throws Exception {
        return listed("a/file", Map.of("sha256", DIGEST.hex()));
    }

    private static String sha512(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(content));
    }

    private static UntrustedBytes bytes(String content) {
        return new UntrustedBytes("file", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sameBytes_areTheFile() throws Exception {
        TargetFile file = listed();
        assertEquals("a/file", file.path());
        assertTrue(file.isSameAs(bytes("content")));
        assertFalse(file.isSameAs(bytes("Content")));
        assertFalse(file.isSameAs(bytes("content and more")));
        assertFalse(file.isSameAs(bytes("")));
    }

    @Test
    void everyListedDigest_counts() throws Exception {
        String other = sha512(new byte[0]);
        TargetFile sound = listed("sound", Map.of("sha256", DIGEST.hex(), "sha512", sha512(CONTENT)));
        TargetFile wrong = listed("wrong", Map.of("sha256", DIGEST.hex(), "sha512", other));
        assertTrue(sound.isSameAs(bytes("content")));
        assertFalse(wrong.isSameAs(bytes("content")));
    }

    @Test
    void sha512Alone_isEnough() throws Exception {
        TargetFile file = listed("a/file", Map.of("sha512", sha512(CONTENT), "md5", "unknown"));
        assertEquals(Optional.empty(), file.sha256());
        assertDoesNotThrow(() -> file.require(bytes("content")));
        assertThrows(VerificationException.class, () -> file.require(bytes("Content")));
        assertEquals("a/" + sha512(CONTENT) + ".file", client.refresh().location(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "../../etc/passwd"})
    void malformedDigest_isRefused(String digest) {
        assertThrows(VerificationException.class, () -> listed("a", Map.of("sha256", digest)));
        assertThrows(VerificationException.class, () -> listed("a", Map.of("md5", digest)));
        assertThrows(
                VerificationException.class,
                () -> listed("a", Map.of("sha256", DIGEST.hex().toUpperCase(Locale.ROOT))));
    }

    /** A cut or empty file is a broken transfer and no attack. */
    @Test
    void brokenTransfer_isNotAnAttack() throws Exception {
        TargetFile file = listed();
        assertThrows(SourceException.class, () -> file.require(bytes("")));
        assertThrows(VerificationException.class, () -> file.require(bytes("Content")));
    }

    @Test
    void manifest_agreesInSizeAndDigest() throws Exception {
        TargetFile file = listed();
        assertDoesNotThrow(() -> file.requireAgreement(DIGEST, CONTENT.length));
        assertThrows(VerificationException.class, () -> file.requireAgreement(DIGEST, CONTENT.length + 1));
        assertThrows(VerificationException.class, () -> file.requireAgreement(Sha256.of(new byte[0]), CONTENT.length));
        TargetFile without = listed("b", Map.of("sha512", sha512(CONTENT)));
        assertThrows(VerificationException.class, () -> without.requireAgreement(DIGEST, CONTENT.length));
    }

    @Test
    void withoutConsistentSnapshots_theNameHasNoDigest() throws Exception {
        TargetFile file = listed();
        TrustedTargets consistent = client.refresh();
        assertEquals(Optional.of("a/" + DIGEST + ".file"), consistent.consistentPath(file));
        assertEquals("a/" + DIGEST + ".file", consistent.location(file));

        repository.root().put("consistent_snapshot", false);
        repository.publish("root");

        TrustedTargets plain = client.refresh();
        assertEquals(Optional.empty(), plain.consistentPath(file));
        assertEquals("a/file", plain.location(file));
    }

    @Test
    void topLevelTargets_answerUntilTheyExpire() throws Exception {
        listed();
        assertEquals(Optional.of(RepositorySimulator.EXPIRY), client.refresh().expiryOf("a/file"));
        assertEquals(Optional.empty(), client.refresh().expiryOf("another"));
    }
}
