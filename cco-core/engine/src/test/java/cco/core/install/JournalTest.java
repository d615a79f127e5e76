package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.InstallException;
import cco.core.install.Journal.Entry;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    private Path root;

    @Test
    void entry_isReadAsWritten() throws Exception {
        TestHome app = new TestHome(root);
        Receipt receipt = app.install(ONE);
        Journal journal = new Journal(app.home);
        assertEquals(Optional.empty(), journal.read());
        for (Entry entry : new Entry[] {
            new Entry.Staging(TWO),
            new Entry.Activating(receipt, true, Optional.empty(), Optional.empty()),
            new Entry.Activating(receipt, false, Optional.empty(), Optional.empty()),
            new Entry.Activated(receipt, Optional.empty()),
            new Entry.Activated(receipt, Optional.of(receipt))
        }) {
            journal.write(entry);
            assertEquals(Optional.of(entry), journal.read());
            assertEquals("rw-r--r--", mode(app.home.journal()));
        }
        journal.clear();
        journal.clear();
        assertEquals(Optional.empty(), journal.read());
    }

    @Test
    void sourceInJournal_isPrivate() throws Exception {
        TestHome app = new TestHome(root);
        Receipt receipt = app.install(ONE);
        Map<String, Object> source = Map.of("settings", Map.of("password", "secret"));
        Journal journal = new Journal(app.home);
        journal.write(new Entry.Activating(receipt, true, Optional.empty(), Optional.of(JsonObject.of(source))));
        assertEquals("rw-------", mode(app.home.journal()));
        Entry.Activating read = (Entry.Activating) journal.read().orElseThrow();
        assertEquals(source, read.source().orElseThrow().asMap());
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"schema\":2,\"step\":\"staging\",\"version\":\"1.0.0\"}",
                "{\"schema\":1,\"step\":\"stagiog\",\"version\":\"1.0.0\"}",
                "{\"schema\":1,\"step\":\"staging\",\"version\":\"../..\"}",
                "{\"schema\":1,\"step\":\"activating\"}"
            })
    void damagedJournal_isRefused(String text) throws Exception {
        AppHome home = new TestHome(root).home;
        Files.createDirectories(home.state());
        Files.writeString(home.journal(), text);
        assertThrows(JsonException.class, () -> new Journal(home).read());
    }

    @Test
    void unwritableJournal_isAnInstallException() throws Exception {
        AppHome home = new TestHome(root).home;
        Files.createDirectories(home.journal().resolve("in the way"));
        Journal journal = new Journal(home);
        InstallException refused = assertThrows(InstallException.class, () -> journal.write(new Entry.Staging(ONE)));
        assertEquals("cannot write the journal " + home.journal() + ": is a directory", refused.getMessage());
        assertThrows(InstallException.class, journal::clear);
    }
}
