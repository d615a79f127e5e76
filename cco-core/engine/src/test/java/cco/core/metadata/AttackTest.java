package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.TargetFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The attacks that TUF 1.5.2 lists, except slow retrieval, which the tests of the network cover. */
class AttackTest extends MetadataLab {

    @BeforeEach
    void start() {
        repository.addTarget("targets", "app", "genuine");
        repository.publish("targets", "snapshot", "timestamp");
    }

    @Test
    void arbitraryInstallation_isRefused() throws Exception {
        TargetFile app = client.find("app").orElseThrow();

        assertDoesNotThrow(() -> app.require(bytes("genuine")));
        assertThrows(VerificationException.class, () -> app.require(bytes("malware")));
        assertThrows(VerificationException.class, () -> app.require(bytes("genuine and more")));
    }

    @Test
    void arbitraryInstallationWithForeignKey_isRefused() {
        repository.signers.put("targets", new ArrayList<>(List.of(SigningKey.ed25519())));
        repository.addTarget("targets", "app", "malware");
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses("0 of the 1 signatures that the role targets needs");
    }

    @Test
    void endlessData_isLimited() throws Exception {
        List<MetadataRequest> requests = new ArrayList<>();
        repository.digests = true;
        repository.publish("targets", "snapshot", "timestamp");
        client.source = request -> {
            requests.add(request);
            return repository.fetch(request);
        };

        client.refresh();

        assertEquals(524_288, requests.get(0).limit());
        assertEquals(16_384, requests.get(1).limit());
        assertEquals(
                repository.published.get("snapshot").getLast().length,
                requests.get(2).limit());
        assertEquals(
                repository.published.get("targets").getLast().length,
                requests.get(3).limit());
    }

    @Test
    void extraneousDependency_isNotFound() throws Exception {
        repository.delegate("targets", "docs", "docs/*");
        repository.addTarget("docs", "dependency", "malware");
        repository.publish("docs", "targets", "snapshot", "timestamp");

        assertEquals(Optional.empty(), client.find("dependency"));
    }

    @Test
    void fastForward_endsWithRotation() throws Exception {
        repository.metadata.get("timestamp").put("version", Long.MAX_VALUE);
        repository.republish("timestamp");
        client.refresh();
        repository.rotateKeys("timestamp");
        repository.metadata.get("timestamp").put("version", 3L);
        repository.republish("timestamp");
        repository.publish("root");

        client.refresh();

        assertEquals(3, client.version("timestamp"));
    }

    @Test
    void indefiniteFreeze_endsWithExpiry() throws Exception {
        client.refresh();
        client.now = RepositorySimulator.EXPIRY.plus(Duration.ofSeconds(1));

        client.refuses("expired at 2026-07-01 00:00 UTC; it is 2026-07-01 00:00 UTC now");
    }

    @Test
    void maliciousMirror_doesNotAffectTheNextOne() throws Exception {
        MetadataSource good = repository;
        client.source = request -> repository
                .fetch(request)
                .map(file -> new UntrustedBytes(
                        file.name(),
                        new String(file.bytes(), StandardCharsets.UTF_8)
                                .replace("\"version\": 2", "\"version\": 3")
                                .getBytes(StandardCharsets.UTF_8)));
        client.refuses("signatures");

        client.source = good;
        client.refresh();

        assertEquals(2, client.version("targets"));
    }

    @Test
    void mirrorThatHidesNewRoots_cannotReviveRotatedKeys() throws Exception {
        repository.rotateKeys("timestamp");
        repository.publish("root", "timestamp");
        client.refresh();
        byte[] old = repository.published.get("timestamp").get(1);
        client.source = request -> request.file().contains("root")
                ? Optional.empty()
                : Optional.of(new UntrustedBytes(request.file(), old));

        client.refuses("0 of the 1 signatures that the role timestamp needs");
    }

    @Test
    void mixAndMatch_isRefused() throws Exception {
        client.refresh();
        byte[] older = repository.published.get("targets").getLast();
        repository.publish("targets", "snapshot", "timestamp");
        repository.published.get("targets").set(2, older);

        client.refuses("3.targets.json does not belong to this state of the repository: it is version 2, not 3");
    }

    @Test
    void rollback_isRefused() throws Exception {
        repository.publish("targets", "snapshot", "timestamp");
        client.refresh();
        repository.published.get("timestamp").removeLast();

        client.refuses("goes back to version 2 of timestamp; version 3 was seen before");
    }

    @Test
    void keyCompromiseBelowThreshold_isRefused() {
        repository.addKey("targets", SigningKey.ed25519());
        repository.addKey("targets", SigningKey.ed25519());
        repository.role("targets").put("threshold", 2L);
        repository.publish("root");
        repository.signers.get("targets").removeFirst();
        repository.signers.get("targets").removeFirst();
        repository.addTarget("targets", "app", "malware");
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void stolenOnlineKeys_cannotChangeTargets() {
        SigningKey online = repository.signers.get("timestamp").getFirst();
        repository.signers.put("targets", new ArrayList<>(List.of(online)));
        repository.addTarget("targets", "app", "malware");
        repository.publish("targets", "snapshot", "timestamp");

        client.refuses("the role targets needs");
    }

    @Test
    void roleConfusion_isRefused() {
        SigningKey key = repository.signers.get("timestamp").getFirst();
        repository.addKey("snapshot", key);
        repository.publish("root");
        repository.published.put(
                "timestamp",
                new ArrayList<>(List.of(RepositorySimulator.sign(repository.metadata.get("snapshot"), List.of(key)))));

        client.refuses("_type: expected timestamp");
    }

    @Test
    void vanishedMetadata_isAnError() throws Exception {
        client.refresh();
        client.source = request -> Optional.empty();

        assertThrows(SourceException.class, client::refresh);
    }

    @Test
    void wrongSoftware_isRefused() throws Exception {
        repository.addTarget("targets", "other", "genuine too");
        repository.publish("targets", "snapshot", "timestamp");
        TargetFile app = client.find("app").orElseThrow();

        assertThrows(VerificationException.class, () -> app.require(bytes("genuine too")));
    }

    @Test
    void controlCharacters_neverReachTheTerminal() {
        repository.metadata.get("snapshot").put("meta", Map.of("\u001b[2Jroot.json", Map.of("version", "x")));
        repository.publish("snapshot", "timestamp");

        VerificationException refusal = assertThrows(VerificationException.class, client::refresh);
        assertTrue(refusal.getMessage().indexOf('\u001b') < 0);
    }

    private static UntrustedBytes bytes(String content) {
        return new UntrustedBytes("app", content.getBytes(StandardCharsets.UTF_8));
    }
}
