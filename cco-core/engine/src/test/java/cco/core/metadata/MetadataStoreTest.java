package cco.core.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.InstallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored files are trusted no more than files from a mirror, and damage never weakens a check. */
class MetadataStoreTest extends MetadataLab {

    @BeforeEach
    void start() throws Exception {
        repository.publish("root", "targets", "snapshot", "timestamp");
        client.refresh();
        repository.requests.clear();
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "timestamp", "snapshot", "targets"})
    void truncatedFile_isFetchedAgain(String role) throws Exception {
        byte[] whole = Files.readAllBytes(client.file(role));
        Files.write(client.file(role), Arrays.copyOf(whole, whole.length / 2));

        client.refresh();

        assertArrayEquals(whole, Files.readAllBytes(client.file(role)));
    }

    @Test
    void damagedRootHistory_isFetchedAgain() throws Exception {
        Path second = store.resolve("root_history/2.root.json");
        byte[] whole = Files.readAllBytes(second);
        Files.writeString(second, "{}");

        client.refresh();

        assertEquals("2.root.json", repository.requests.getFirst());
        assertArrayEquals(whole, Files.readAllBytes(second));
    }

    @Test
    void rootHistory_isReplayedWithoutRequests() throws Exception {
        client.refresh();

        assertEquals(List.of("3.root.json", "timestamp.json"), repository.requests);
    }

    @Test
    void forgedFiles_neverReplaceTheAnchor() throws Exception {
        RepositorySimulator attacker = new RepositorySimulator();
        attacker.publish("root", "targets", "snapshot", "timestamp");
        Path attackersStore = store.resolve("attacker");
        new Client(attackersStore, attacker).refresh();
        copy(attackersStore, store, "root.json", "timestamp.json", "snapshot.json", "targets.json");
        copy(attackersStore.resolve("root_history"), store.resolve("root_history"), "1.root.json", "2.root.json");

        client.refresh();
        client.source = attacker;
        client.refuses("signatures");
    }

    @Test
    void damagedTimestamp_leavesTheSnapshotAsGuard() throws Exception {
        Files.writeString(client.file("timestamp"), "damaged");
        repository.metadata.get("targets").put("version", 1L);
        repository.republish("targets");
        repository.publish("snapshot", "timestamp");

        client.refuses("goes back to version 1 of targets.json");
    }

    @Test
    void concurrentClients_leaveAUsableStore() throws Exception {
        Client other = new Client(store, repository);
        MetadataSource inBetween = request -> {
            if (request.file().equals("timestamp.json")) {
                repository.publish("targets", "snapshot", "timestamp");
                client.refresh();
            }
            return repository.fetch(request);
        };
        other.source = inBetween;

        other.refresh();
        client.refresh();

        assertEquals(3, client.version("targets"));
    }

    @Test
    void rollbackWithClockSetBack_isRefused() throws Exception {
        repository.published.get("timestamp").removeLast();
        client.now = RepositorySimulator.NOW.minusSeconds(1_000_000);

        client.refuses("goes back to version 1 of timestamp");
    }

    @Test
    void anchorNewerThanTheStore_isUsed() throws Exception {
        repository.publish("root");
        repository.published.get("root").removeFirst();
        repository.published.get("root").removeFirst();
        Client shipped = new Client(store, repository);
        repository.published.get("root").add(0, new byte[0]);
        repository.published.get("root").add(0, new byte[0]);

        shipped.refresh();

        assertEquals(3, shipped.version("root"));
    }

    @Test
    void unwritableStore_isAnError() throws Exception {
        Path file = store.resolve("a file");
        Files.createFile(file);

        assertThrows(InstallException.class, () -> new Client(file, repository).refresh());
    }

    private static void copy(Path from, Path to, String... names) throws IOException {
        for (String name : names) {
            Files.write(to.resolve(name), Files.readAllBytes(from.resolve(name)));
        }
    }
}
