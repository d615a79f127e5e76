package cco.core.session;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.config.SourceConfig;
import cco.core.error.StorageException;
import cco.core.install.SourceRecord;
import cco.core.json.Json;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.model.UntrustedBytes;
import cco.core.trust.GpgMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledSourceTest {

    private static final String FORMER = """
            # mine
            [apps.hello.updates]
            source = "folder"

            [apps.hello.sources.folder]
            path = "/old"
            trust = "gpg"
            """;

    @TempDir
    private Path folder;

    private EngineLab lab;
    private Path config;
    private Path keyring;

    @BeforeEach
    void lab() throws Exception {
        lab = new EngineLab(folder);
        config = lab.dirs.configFile();
        keyring = lab.dirs.anchors(HELLO).resolve(GpgMode.KEYRING);
    }

    private InstalledSource source(String path, String keys) {
        return InstalledSource.of(
                lab.context(),
                new SourceConfig(HELLO, "folder", Optional.of(TrustModeName.GPG), Map.of("path", path)),
                new GpgMode(new UntrustedBytes("keys", keys.getBytes(StandardCharsets.UTF_8))),
                Optional.of(new Channel("beta")));
    }

    private void configureFormer() throws Exception {
        Files.createDirectories(config.getParent());
        Files.writeString(config, FORMER);
        Files.createDirectories(keyring.getParent());
        Files.writeString(keyring, "old keys");
    }

    @Test
    void source_isTheSameAfterItsTimeInTheJournal() throws Exception {
        InstalledSource source = source("/new", "new keys");
        JsonObject members = Json.parse(JsonText.pretty(source.members()).getBytes(StandardCharsets.UTF_8));
        SourceRecord read = InstalledSource.of(lab.context(), HELLO).read(members);
        assertEquals(source.members(), read.members());
        read.write();
        assertEquals("new keys", Files.readString(keyring));
        String text = Files.readString(config);
        for (String line : List.of("source = \"folder\"", "channel = \"beta\"", "path = \"/new\"", "trust = \"gpg\"")) {
            assertTrue(text.contains(line), text);
        }
    }

    @Test
    void undo_leavesEveryByteAsBefore() throws Exception {
        configureFormer();
        InstalledSource source = source("/new", "new keys");
        source.write();
        source.undo();
        assertEquals(FORMER, Files.readString(config));
        assertEquals("old keys", Files.readString(keyring));
    }

    @Test
    void undoByAnotherProcess_leavesEveryByteAsBefore() throws Exception {
        configureFormer();
        InstalledSource source = source("/new", "new keys");
        JsonObject members = Json.parse(JsonText.pretty(source.members()).getBytes(StandardCharsets.UTF_8));
        source.write();
        SourceRecord read = InstalledSource.of(lab.context(), HELLO).read(members);
        for (int i = 0; i < 2; i++) {
            read.undo();
            assertEquals(FORMER, Files.readString(config));
            assertEquals("old keys", Files.readString(keyring));
        }
        assertEquals(List.of(), lab.notices);
    }

    @Test
    void undoOfAFirstSourceByAnotherProcess_leavesNoFile() throws Exception {
        InstalledSource source = source("/new", "new keys");
        JsonObject members = JsonObject.of(source.members());
        source.write();
        InstalledSource.of(lab.context(), HELLO).read(members).undo();
        assertFalse(Files.exists(config));
        assertFalse(Files.exists(keyring));
    }

    @Test
    void undoOfAnEarlierCco_changesNothing() throws Exception {
        configureFormer();
        Map<String, Object> members = new HashMap<>(source("/new", "new keys").members());
        members.remove("former");
        InstalledSource.of(lab.context(), HELLO).read(JsonObject.of(members)).undo();
        assertEquals(FORMER, Files.readString(config));
        assertEquals("old keys", Files.readString(keyring));
    }

    @Test
    void undoOfAFirstSource_leavesNoFile() throws Exception {
        InstalledSource source = source("/new", "new keys");
        source.write();
        source.undo();
        assertFalse(Files.exists(config));
        assertFalse(Files.exists(keyring));
    }

    @Test
    void undo_keepsAnEditMadeInTheMeantime_withTheKeys() throws Exception {
        configureFormer();
        InstalledSource source = source("/new", "new keys");
        source.write();
        String edited = Files.readString(config) + "# edited\n";
        Files.writeString(config, edited);
        source.undo();
        assertEquals(edited, Files.readString(config));
        assertEquals("new keys", Files.readString(keyring));
        assertTrue(lab.notices.getFirst().startsWith("the source of hello stays: "), lab.notices::toString);
    }

    @Test
    void unwritableConfiguration_restoresTheKeys() throws Exception {
        configureFormer();
        assertTrue(config.toFile().setReadOnly());
        assertThrows(StorageException.class, () -> source("/new", "new keys").write());
        assertArrayEquals("old keys".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(keyring));
    }
}
