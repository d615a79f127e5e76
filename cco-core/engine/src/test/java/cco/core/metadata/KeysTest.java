package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static cco.core.metadata.RepositorySimulator.strings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds count keys, not ids and not signatures. */
class KeysTest extends MetadataLab {

    static Stream<Named<Supplier<SigningKey>>> kinds() {
        return Stream.of(
                Named.of("ed25519", SigningKey::ed25519),
                Named.of("ecdsa", SigningKey::ecdsa),
                Named.of(
                        "ecdsa-sha2-nistp256",
                        () -> SigningKey.ecdsa().withScheme("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256")),
                Named.of("rsa", SigningKey::rsa));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfKey_countsAndItsWrongSignatureDoesNot(Supplier<SigningKey> kind) throws Exception {
        SigningKey key = kind.get();
        repository.addKey("root", key);
        repository.role("root").put("threshold", 2L);
        repository.publish("root");
        client.refresh();
        assertEquals(2, client.version("root"));

        String elsewhere = key.sign(new byte[] {1});
        repository.publish("root");
        repository.tamper(
                "root",
                text -> text.replaceAll("(\"keyid\": \"" + key.id() + "\",\\s+\"sig\": \")[0-9a-f]+", "$1" + elsewhere)
                        .replaceAll(
                                "(\"sig\": \")[0-9a-f]+(\",\\s+\"keyid\": \"" + key.id() + "\")",
                                "$1" + elsewhere + "$2"));

        client.refuses("1 of the 2 signatures");
        assertEquals(2, client.version("root"));
    }

    @Test
    void thresholdThatIsNotMet_isRefused() throws Exception {
        require("snapshot", 3, 2);
        client.refresh();
        repository.signers.get("snapshot").removeLast();
        repository.publish("snapshot", "timestamp");

        client.refuses("2 of the 3 signatures that the role snapshot needs");
        assertEquals(2, client.version("snapshot"));
    }

    @Test
    void thresholdAboveTheNumberOfKeys_canNeverBeMet() throws Exception {
        require("snapshot", 6, 4);

        client.refuses("5 of the 6 signatures");
        assertEquals(2, client.version("root"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void thresholdBelowOne_isRefused(long threshold) {
        repository.role("timestamp").put("threshold", threshold);
        repository.publish("root");

        client.refuses("2.root.json is not valid metadata: signed.roles.timestamp.threshold");
    }

    @Test
    void oneKeyUnderTwoIds_countsOnce() {
        SigningKey key = repository.signers.get("snapshot").getFirst();
        repository.addKey("snapshot", key.withId("another id"));
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void oneKeyWrittenInTwoWays_countsOnce() {
        SigningKey key = SigningKey.ecdsa();
        SigningKey same = new SigningKey(
                "another id",
                key.pair(),
                key.keyType(),
                key.scheme(),
                key.publicText().replace("\n", "\r\n"));
        repository.signers.get("snapshot").clear();
        repository.addKey("snapshot", key);
        repository.addKey("snapshot", same);
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void oneIdManyTimes_countsOnce() {
        String id = repository.signers.get("snapshot").getFirst().id();
        strings(repository.role("snapshot"), "keyids").addAll(List.of(id, id, id));
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void twoSignaturesOfOneId_areRefused() {
        SigningKey key = repository.signers.get("snapshot").getFirst();
        repository.signers.get("snapshot").add(key);
        repository.publish("snapshot", "timestamp");

        client.refuses("signatures: expected one signature for each key id");
    }

    @Test
    void signatureOfAnotherRolesKey_doesNotCount() {
        repository.signers.put("snapshot", repository.signers.get("targets"));
        repository.publish("snapshot", "timestamp");

        client.refuses("0 of the 1 signatures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no hexadecimal", "0"})
    void uselessSignatureBesideEnoughGoodOnes_isTolerated(String useless) throws Exception {
        SigningKey second = SigningKey.ecdsa();
        repository.addKey("timestamp", second);
        repository.publish("root", "timestamp");
        repository.tamper("timestamp", text -> text.replaceAll("\"sig\": \"30[0-9a-f]+", "\"sig\": \"" + useless));

        client.refresh();

        assertEquals(2, client.version("timestamp"));
    }

    @Test
    void keyOfAnUnknownKind_isToleratedAndNeverVerifies() throws Exception {
        SigningKey unknown = SigningKey.rsa().withScheme("sphincs+", "sphincs-shake-256s");
        repository.addKey("timestamp", unknown);
        repository.publish("root", "timestamp");
        client.refresh();
        repository.role("timestamp").put("threshold", 2L);
        repository.publish("root", "timestamp");

        client.refuses("1 of the 2 signatures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "ab", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"})
    void keyWithAValueThatIsNone_neverVerifies(String value) throws Exception {
        for (Supplier<SigningKey> kind : kinds().map(Named::getPayload).toList()) {
            Map<String, Object> broken = new LinkedHashMap<>(kind.get().json());
            broken.put("keyval", Map.of("public", value));
            child(repository.root(), "keys").put("broken-" + broken.get("keytype"), broken);
            strings(repository.role("timestamp"), "keyids").add("broken-" + broken.get("keytype"));
        }
        repository.publish("root");

        client.refresh();

        assertEquals(2, client.version("root"));
    }

    @Test
    void keyIdWithoutKey_isTolerated() throws Exception {
        strings(repository.role("snapshot"), "keyids").add("nobody");
        repository.publish("root");

        client.refresh();

        assertEquals(2, client.version("root"));
    }

    private void require(String role, long threshold, int moreKeys) {
        for (int more = 0; more < moreKeys; more++) {
            repository.addKey(role, SigningKey.ed25519());
        }
        repository.role(role).put("threshold", threshold);
        repository.publish("root", "targets", "snapshot", "timestamp");
    }
}
