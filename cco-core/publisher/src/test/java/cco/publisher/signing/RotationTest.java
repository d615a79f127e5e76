package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.TufUpdater;
import cco.core.model.UntrustedBytes;
import cco.publisher.keys.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        workshop.repository().rotate(role, replacement, workshop, lost);
        workshop.keys.put(role, replacement);
    }

    /** A client that knows the first root and what its store has. */
    private void refresh(String store) throws CcoException {
        TufUpdater client = new TufUpdater(
                new UntrustedBytes("anchor", anchor),
                new MetadataStore(folder.resolve(store)),
                new FolderSource(workshop.file("metadata")));
        assertTrue(client.find(client.refresh(workshop.now), "version-manifest.json")
                .isPresent());
    }

    @Test
    void aClientThatIsThreeRotationsBehind_follows() throws CcoException, IOException {
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
    void atEveryMomentOfARotation_clientsAreContent(KeyRole role) throws CcoException, IOException {
        rotate(role, false);
        refresh("after");
        // The root comes last; a client that reads just before it is there knows only the old keys.
        Files.delete(workshop.file("metadata/2.root.json"));
        refresh("before");
    }

    @ParameterizedTest
    @EnumSource(KeyRole.class)
    void theOldKey_countsNoMore(KeyRole role) throws CcoException {
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
    void aLostKey_isReplacedByTheRootKey(KeyRole role) throws CcoException {
        refresh("old");
        workshop.keys.put(role, workshop.newKey()); // nobody has the old one
        rotate(role, true);
        refresh("old");
        workshop.check();
    }

    @Test
    void withoutTheRootKey_nothingIsReplaced() throws CcoException {
        SignerProvider stranger = workshop.with(KeyRole.ROOT, workshop.newKey());
        for (KeyRole role : KeyRole.values()) {
            Signer replacement = workshop.newKey();
            assertThrows(UsageException.class, () -> workshop.repository().rotate(role, replacement, stranger, false));
        }
        refresh("any");
    }

    @Test
    void aKeyThatIsInUse_replacesNone() {
        Signer root = workshop.keys.get(KeyRole.ROOT);
        assertThrows(UsageException.class, () -> workshop.repository().rotate(KeyRole.TARGETS, root, workshop, false));
    }

    @Test
    void aRootThatAMirrorInvented_isNotBuiltUpon() throws CcoException, IOException {
        Workshop attacker = Workshop.with(folder.resolve("attacker"));
        Files.copy(attacker.file("metadata/1.root.json"), workshop.file("metadata/2.root.json"));
        assertThrows(VerificationException.class, () -> rotate(KeyRole.ROOT, false));
    }
}
