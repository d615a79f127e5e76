package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.publisher.keys.KeyOpener;
import cco.publisher.keys.KeyUri;
import cco.publisher.keys.Passphrases;
import cco.publisher.keys.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFolderTest {

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();

    private final Passphrases passphrases = new Passphrases() {
        @Override
        public char[] ask(String key) {
            asked.add(key);
            return "pass".toCharArray();
        }

        @Override
        public char[] choose(String key) {
            return ask(key);
        }
    };

    private KeyFolder keys(Path directory) {
        return new KeyFolder(directory, new KeyOpener(name -> Optional.empty(), passphrases));
    }

    @Test
    void movedFolder_keepsItsKeys() throws CcoException, IOException {
        KeyFolder keys = keys(folder.resolve("keys"));
        Signer targets = keys.openOrCreate(KeyRole.TARGETS, keys.defaultUri(KeyRole.TARGETS));
        Signer online = keys.openOrCreate(KeyRole.ONLINE, keys.defaultUri(KeyRole.ONLINE));
        keys.record(Map.of(
                KeyRole.TARGETS, keys.defaultUri(KeyRole.TARGETS), KeyRole.ONLINE, keys.defaultUri(KeyRole.ONLINE)));
        assertEquals(List.of("file:" + folder.resolve("keys/targets.pem")), asked);

        Files.move(folder.resolve("keys"), folder.resolve("stick"));
        KeyFolder moved = keys(folder.resolve("stick"));
        assertEquals(
                targets.publicKey().id(),
                moved.signer(KeyRole.TARGETS).publicKey().id());
        assertEquals(
                online.publicKey().id(),
                moved.openOrCreate(KeyRole.ONLINE, moved.defaultUri(KeyRole.ONLINE))
                        .publicKey()
                        .id());
        assertEquals(2, asked.size());
    }

    @Test
    void keyBesideAMovedFolder_isFound() throws CcoException, IOException {
        Path project = folder.resolve("project");
        KeyFolder keys = keys(project.resolve("keys"));
        KeyUri uri = KeyUri.parse("file:online-2.pem", project);
        Signer online = keys.openOrCreate(KeyRole.ONLINE, uri);
        keys.record(Map.of(KeyRole.ONLINE, uri, KeyRole.ROOT, KeyUri.parse("file:root.pem", folder)));
        String index = Files.readString(project.resolve("keys/keys.json"));
        assertTrue(index.contains("\"file:../online-2.pem\""), index);
        assertTrue(index.contains("\"file:" + folder.resolve("root.pem") + "\""), index);

        Files.move(project, folder.resolve("moved"));
        KeyFolder moved = keys(folder.resolve("moved/keys"));
        assertEquals(
                online.publicKey().id(),
                moved.signer(KeyRole.ONLINE).publicKey().id());
    }

    @Test
    void recordedUri_isUsed() throws CcoException {
        KeyFolder keys = keys(folder);
        keys.record(Map.of(KeyRole.ROOT, KeyUri.parse("exec:/no/such/tool", folder)));
        keys.record(Map.of(KeyRole.ONLINE, KeyUri.parse("env:ONLINE", folder)));
        assertTrue(assertThrows(UsageException.class, () -> keys.signer(KeyRole.ROOT))
                .getMessage()
                .contains("/no/such/tool"));
        assertTrue(assertThrows(UsageException.class, () -> keys.signer(KeyRole.ONLINE))
                .getMessage()
                .contains("ONLINE"));
    }

    @Test
    void missingKey_isNotCreated() {
        UsageException refusal = assertThrows(
                UsageException.class, () -> keys(folder.resolve("none")).signer(KeyRole.ROOT));
        assertTrue(refusal.getMessage().contains("no root key"), refusal.getMessage());
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void damagedIndex_isRefused() throws IOException {
        Files.writeString(folder.resolve("keys.json"), "{");
        assertThrows(UsageException.class, () -> keys(folder).signer(KeyRole.ROOT));
    }
}
