package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.json.Json;
import cco.core.json.JsonObject;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.TufUpdater;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RoleName;
import cco.core.tuf.RootChain;
import cco.publisher.keys.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RotationTest {

    @TempDir
    Path folder;

    private Workshop workshop;
    private byte[] anchor;

    @BeforeEach
    void begin() throws CcoException, IOException {
        workshop = Workshop.with(folder, "1.0.0");
        anchor = Files.readAllBytes(workshop.file("metadata/1.root.json"));
    }

    private void rotate(KeyRole role, boolean lost) throws CcoException {
        Signer replacement = workshop.newKey();
        if (lost) {
            workshop.repository().rotateLost(role, replacement, workshop);
        } else {
            workshop.repository().rotate(role, replacement, workshop);
        }
        workshop.keys.put(role, replacement);
    }

    /** Refreshes a client that has the first root and its store. */
    private void refresh(String store) throws CcoException {
        TufUpdater client = new TufUpdater(
                RootChain.anchoredIn(new UntrustedBytes("anchor", anchor)),
                new MetadataStore(folder.resolve(store)),
                new FolderSource(workshop.file("metadata")));
        assertTrue(client.find(client.refresh(workshop.now), "version-manifest.json")
                .isPresent());
    }

    @Test
    void clientThreeRotationsBehind_follows() throws CcoException, IOException {
        refresh("old");
        rotate(KeyRole.ROOT, false);
        rotate(KeyRole.TARGETS, false);
        rotate(KeyRole.ONLINE, false);
        refresh("old");
        refresh("new");
        workshop.add("1.1.0", "hello 1.1.0");
        workshop.repository().sign(workshop);
        workshop.repository().refresh(workshop);
        refresh("old");
        assertEquals(4, workshop.check().roles().getFirst().version());
    }

    @ParameterizedTest
    @EnumSource(KeyRole.class)
    void clients_acceptEveryMomentOfARotation(KeyRole role) throws CcoException, IOException {
        rotate(role, false);
        refresh("after");
        // The root comes last; a client that reads just before it is there knows only the old keys.
        Files.delete(workshop.file("metadata/2.root.json"));
        refresh("before");
    }

    @ParameterizedTest
    @EnumSource(KeyRole.class)
    void oldKey_isRefused(KeyRole role) throws CcoException {
        Signer old = workshop.keys.get(role);
        rotate(role, false);
        SignerProvider before = workshop.with(role, old);
        assertThrows(UsageException.class, () -> {
            workshop.repository().sign(before);
            workshop.repository().renewRoot(before);
        });
    }

    @ParameterizedTest
    @EnumSource(value = KeyRole.class, names = "ROOT", mode = EnumSource.Mode.EXCLUDE)
    void lostKey_isReplacedWithTheRootKey(KeyRole role) throws CcoException {
        refresh("old");
        workshop.keys.put(role, workshop.newKey()); // the old key is lost
        rotate(role, true);
        refresh("old");
        workshop.check();
    }

    @Test
    void foreignRootKey_replacesNothing() throws CcoException {
        SignerProvider stranger = workshop.with(KeyRole.ROOT, workshop.newKey());
        for (KeyRole role : KeyRole.values()) {
            Signer replacement = workshop.newKey();
            assertThrows(UsageException.class, () -> workshop.repository().rotate(role, replacement, stranger));
        }
        refresh("any");
    }

    @Test
    void keyInUse_isNoReplacement() {
        Signer root = workshop.keys.get(KeyRole.ROOT);
        assertThrows(UsageException.class, () -> workshop.repository().rotate(KeyRole.TARGETS, root, workshop));
    }

    /** The highest version by a thief cannot be raised, so every command says so instead of wrapping around. */
    @Test
    void highestVersion_isRefusedInsteadOfWrapping() throws Exception {
        NextState highest = new NextState(
                RootBuilder.of(Workshop.HELLO, ExpiryPolicy.DEFAULT),
                workshop.now,
                Long.MAX_VALUE,
                Long.MAX_VALUE,
                Long.MAX_VALUE);
        List<Signer> signers = List.of(workshop.keys.get(KeyRole.ONLINE));

        for (Workshop.Action action : List.<Workshop.Action>of(
                () -> highest.root(Long.MAX_VALUE, signers),
                () -> highest.targets(Map.of(), signers),
                () -> highest.snapshot(Map.of(), signers),
                () -> highest.timestamp(Map.of(), signers))) {
            UsageException refusal = assertThrows(UsageException.class, action::run);
            assertTrue(refusal.getMessage().contains("the highest possible version"), refusal.getMessage());
        }
    }

    @Test
    void refreshAtTheHighestVersion_writesNothing() throws Exception {
        Path timestamp = workshop.file("metadata/timestamp.json");
        JsonObject signed = Json.parse(Files.readAllBytes(timestamp)).object("signed");
        Map<String, Object> meta = Map.of("meta", signed.asMap().get("meta"));
        SignedRole forged = SignedRole.sign(
                RoleName.TIMESTAMP,
                Long.MAX_VALUE,
                workshop.now.plusSeconds(86_400),
                meta,
                List.of(workshop.keys.get(KeyRole.ONLINE)));
        Files.write(timestamp, forged.bytes());
        Signer replacement = workshop.newKey();

        List<String> changed = workshop.changed(() -> {
            assertThrows(UsageException.class, () -> workshop.repository().refresh(workshop));
            assertThrows(UsageException.class, () -> workshop.repository().sign(workshop));
            assertThrows(
                    UsageException.class, () -> workshop.repository().rotate(KeyRole.ONLINE, replacement, workshop));
        });

        assertEquals(List.of(), changed);
    }

    /** A thief of the targets and online keys publishes the highest serial. */
    @Test
    void highestSerialByAThief_endsWithRotation() throws Exception {
        workshop.serial(Long.MAX_VALUE);
        workshop.repository().sign(workshop);
        UsageException refusal = assertThrows(UsageException.class, () -> workshop.add("1.1.0", "hello 1.1.0"));
        assertTrue(refusal.getMessage().contains("the highest possible serial"), refusal.getMessage());

        rotate(KeyRole.TARGETS, false);
        rotate(KeyRole.ONLINE, false);
        workshop.serial(1);
        workshop.add("1.1.0", "hello 1.1.0");
        workshop.repository().sign(workshop);

        workshop.check();
        refresh("old");
        assertEquals(
                2,
                Json.parse(Files.readAllBytes(workshop.file("version-manifest.json")))
                        .whole("serial"));
    }

    @Test
    void rootInventedByAMirror_isRefused() throws CcoException, IOException {
        Workshop attacker = Workshop.with(folder.resolve("attacker"));
        Files.copy(attacker.file("metadata/1.root.json"), workshop.file("metadata/2.root.json"));
        assertThrows(VerificationException.class, () -> rotate(KeyRole.ROOT, false));
    }
}
