package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static cco.core.metadata.RepositorySimulator.strings;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.VerificationException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new root needs the signatures of the old and of the new keys. */
class KeyRotationTest extends MetadataLab {

    private static List<SigningKey> keys;

    @BeforeAll
    static void generate() {
        keys = Stream.generate(SigningKey::ed25519).limit(10).toList();
    }

    /** Versions of root, oldest first: its keys, its threshold, and the keys that sign it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/1/1 2/1/21 2/1/2",
                "1/1/314 2/1/3214 2/1/324",
                "01234/3/024 01234/3/041 01234/3/013 01234/3/013",
                "01234/3/024 01345/3/041",
                "01234/3/024 01345/3/0245 01345/3/045",
                "01234/3/024 56789/3/024567 56789/3/567",
                "123/1/1 123/2/12",
                "123/2/12 123/1/12 123/1/1",
                "1/1/1 12/2/12"
            })
    void rootsSignedByOldAndNewKeys_areAccepted(String versions) throws Exception {
        publishRoots(versions);

        new Client(store, repository).refresh();

        assertRoot(repository.published.get("root").getLast());
    }

    /** As above; the last version must be refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/1/1 2/1/234",
                "1/1/1 2/1/134",
                "01234/3/024 01345/3/024",
                "01234/3/024 01345/3/045",
                "123/1/1 123/2/2",
                "123/2/12 123/1/1"
            })
    void rootWithoutOldOrNewSignatures_isRefused(String versions) throws Exception {
        publishRoots(versions);

        new Client(store, repository).refuses("signatures that the role root needs are valid");

        assertRoot(repository.published.get("root").reversed().get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2/1/2,true",
        "1/1/314,true",
        "2/1/134,false",
        "01345/3/024,false",
        "01345/3/04,false",
        "01234/3/024,true",
        "01234/3/041,true",
        "01234/3/123,true"
    })
    void otherRoles_needTheKeysInRoot(String version, boolean accepted) throws Exception {
        for (String role : List.of("timestamp", "snapshot", "targets")) {
            setKeys(role, version);
            repository.publish("root", "targets", "snapshot", "timestamp");
            if (accepted) {
                client.refresh();
                assertArrayEquals(repository.published.get(role).getLast(), Files.readAllBytes(client.file(role)));
            } else {
                assertThrows(VerificationException.class, client::refresh, role);
            }
        }
    }

    @Test
    void clientThreeRotationsBehind_catchesUp() throws Exception {
        client.refresh();
        for (int rotation = 0; rotation < 3; rotation++) {
            rotateRoot();
            List.of("timestamp", "snapshot", "targets").forEach(repository::rotateKeys);
            repository.publish("root", "targets", "snapshot", "timestamp");
        }

        client.refresh();

        assertEquals(4, client.version("root"));
        assertEquals(4, client.version("targets"));
    }

    /** TUF 5.3.3. */
    @Tag("sweep")
    @Test
    void manyRotations_areSpreadOverRuns() throws Exception {
        for (int version = 2; version <= 300; version++) {
            repository.publish("root");
        }

        client.refresh();
        assertEquals(257, client.version("root"));
        client.refresh();
        assertEquals(300, client.version("root"));
    }

    private void rotateRoot() {
        List<SigningKey> old = List.copyOf(repository.signers.get("root"));
        repository.rotateKeys("root");
        repository.signers.get("root").addAll(old);
        if (old.size() > 1) {
            repository.signers.get("root").remove(old.getLast());
        }
    }

    private void publishRoots(String versions) {
        repository.published.get("root").clear();
        repository.root().put("version", 0L);
        for (String version : versions.split(" ")) {
            setKeys("root", version);
            repository.publish("root");
        }
    }

    private void setKeys(String role, String version) {
        String[] parts = version.split("/");
        strings(repository.role(role), "keyids").clear();
        for (SigningKey key : pick(parts[0])) {
            child(repository.root(), "keys").put(key.id(), key.json());
            strings(repository.role(role), "keyids").add(key.id());
        }
        repository.role(role).put("threshold", Long.valueOf(parts[1]));
        repository.signers.get(role).clear();
        repository.signers.get(role).addAll(pick(parts[2]));
    }

    private static List<SigningKey> pick(String digits) {
        return Arrays.stream(digits.split(""))
                .map(digit -> keys.get(Integer.parseInt(digit)))
                .toList();
    }

    private void assertRoot(byte[] expected) throws Exception {
        assertArrayEquals(expected, Files.readAllBytes(store.resolve("root.json")));
    }
}
