package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.model.FileEntry;
import cco.core.model.HistoryEntry;
import cco.core.model.Hold;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history, the hold, the quarantine and the file lists of an app: as written, damaged, and unreadable. */
class UserRecordsTest {

    private static final Sha256 DIGEST = Sha256.of(new byte[0]);

    @TempDir
    private Path root;

    private AppHome home;

    @BeforeEach
    void app() throws Exception {
        home = new TestHome(root).home;
        Files.createDirectories(home.state());
    }

    private static HistoryEntry entry(int minor) {
        return new HistoryEntry(
                TestHome.NOW,
                HistoryEntry.Kind.UPDATED,
                Optional.of(TestHome.ONE),
                Version.of("1." + minor + ".0"),
                "mirror",
                "update");
    }

    private static Hold hold(Hold.Cause cause) {
        return new Hold(TestHome.ONE, TestHome.NOW, cause);
    }

    private static Quarantined quarantined(Version version) {
        return new Quarantined(version, DIGEST, TestHome.NOW, "exits with 1");
    }

    /** In place of a file, no permission is needed to make it unreadable for root too. */
    private static void makeUnreadable(Path file) throws Exception {
        Files.createDirectories(file.resolve("folder"));
    }

    private static void requireNamed(Path file, InstallException failed) {
        assertTrue(failed.getMessage().contains(file.toString()), failed.getMessage());
    }

    @Test
    void history_isReadAsWritten() throws Exception {
        HistoryFile history = new HistoryFile(home);
        assertEquals(List.of(), history.read());
        HistoryEntry first = new HistoryEntry(
                TestHome.NOW, HistoryEntry.Kind.INSTALLED, Optional.empty(), TestHome.ONE, "mirror", "install");
        history.add(first);
        history.add(entry(1));
        assertEquals(List.of(first, entry(1)), history.read());
    }

    @Test
    void history_keepsTheLatest500() throws Exception {
        HistoryFile history = new HistoryFile(home);
        history.add(entry(0));
        String line = Files.readString(home.history());
        Files.writeString(home.history(), line.repeat(499));
        history.add(entry(1));
        assertEquals(500, history.read().size());
        history.add(entry(2));
        assertEquals(500, history.read().size());
        assertEquals(List.of(entry(1), entry(2)), history.read().subList(498, 500));
    }

    @Test
    void damagedLineOfTheHistory_isLeftOut() throws Exception {
        HistoryFile history = new HistoryFile(home);
        history.add(entry(0));
        String line = Files.readString(home.history());
        Files.writeString(
                home.history(),
                String.join(
                        "\n",
                        "{",
                        line,
                        line.replace("updated", "eaten"),
                        line.replace("\"to\":\"1.0.0\"", "\"to\":\"x\""),
                        line.replace("\"time\"", "\"x\"")));
        assertEquals(List.of(entry(0)), history.read());
    }

    @Test
    void unreadableHistory_isNamed() throws Exception {
        makeUnreadable(home.history());
        HistoryFile history = new HistoryFile(home);
        requireNamed(home.history(), assertThrows(InstallException.class, history::read));
        assertThrows(InstallException.class, () -> history.add(entry(0)));
    }

    @Test
    void hold_isReadAsWritten_untilItEnds() throws Exception {
        HoldFile file = new HoldFile(home);
        for (Hold.Cause cause : Hold.Cause.values()) {
            file.write(hold(cause));
            assertEquals(Optional.of(hold(cause)), file.read(Optional.of(TestHome.ONE)));
        }
        assertEquals(Optional.empty(), file.read(Optional.of(TestHome.TWO)), "the user has since changed the version");
        assertEquals(Optional.empty(), file.read(Optional.empty()));
        assertTrue(file.delete());
        assertFalse(file.delete());
        assertEquals(Optional.empty(), file.read(Optional.of(TestHome.ONE)));
    }

    @Test
    void damagedHold_isNoFreedomToUpdate() throws Exception {
        HoldFile file = new HoldFile(home);
        file.write(hold(Hold.Cause.REQUEST));
        String sound = Files.readString(home.hold());
        for (String member : List.of("version", "since", "cause", "schema")) {
            Files.writeString(home.hold(), sound.replace("\"" + member + "\"", "\"x\""));
            InstallException failed =
                    assertThrows(InstallException.class, () -> file.read(Optional.of(TestHome.ONE)), member);
            requireNamed(home.hold(), failed);
        }
        Files.writeString(home.hold(), sound.replace("\"schema\": 1", "\"schema\": 2"));
        assertTrue(assertThrows(InstallException.class, () -> file.read(Optional.of(TestHome.ONE)))
                .getMessage()
                .contains("newer cco"));
    }

    @Test
    void unwritableHold_isNamed() throws Exception {
        makeUnreadable(home.hold());
        HoldFile file = new HoldFile(home);
        requireNamed(home.hold(), assertThrows(InstallException.class, () -> file.read(Optional.of(TestHome.ONE))));
        assertThrows(InstallException.class, () -> file.write(hold(Hold.Cause.REQUEST)));
        assertThrows(InstallException.class, file::delete);
    }

    @Test
    void quarantine_isReadAsWritten() throws Exception {
        QuarantineFile file = new QuarantineFile(home);
        assertTrue(file.read().isEmpty());
        file.add(quarantined(TestHome.TWO));
        file.add(quarantined(TestHome.ONE));
        assertEquals(
                List.of(quarantined(TestHome.ONE), quarantined(TestHome.TWO)),
                List.copyOf(file.read().values()));
        file.remove(TestHome.THREE);
        assertEquals(2, file.read().size());
        file.remove(TestHome.ONE);
        assertEquals(Set.of(TestHome.TWO), file.read().keySet());
        file.remove(TestHome.TWO);
        assertTrue(file.read().isEmpty());
        assertFalse(Files.exists(home.quarantine()));
    }

    @Test
    void damagedQuarantine_isEmpty() throws Exception {
        QuarantineFile file = new QuarantineFile(home);
        for (String text : List.of("", "{}", "{\"schema\":1}", "{\"schema\":1,\"versions\":{\"x\":{}}}")) {
            Files.writeString(home.quarantine(), text);
            assertTrue(file.read().isEmpty(), text);
        }
        file.add(quarantined(TestHome.ONE));
        file.add(quarantined(TestHome.TWO));
        String half = Files.readString(home.quarantine()).replaceFirst("\"since\"", "\"x\"");
        Files.writeString(home.quarantine(), half);
        assertTrue(file.read().isEmpty());
    }

    @Test
    void unreadableQuarantine_isNamed() throws Exception {
        QuarantineFile file = new QuarantineFile(home);
        makeUnreadable(home.quarantine());
        requireNamed(home.quarantine(), assertThrows(InstallException.class, file::read));
        assertThrows(InstallException.class, () -> file.add(quarantined(TestHome.ONE)));
    }

    @Test
    void quarantineThatCannotBeWritten_isNamed() throws Exception {
        Files.delete(home.state());
        Files.createFile(home.state());
        QuarantineFile file = new QuarantineFile(
                new AppHome(home.app(), home.data(), home.state().resolve("x")));
        assertThrows(InstallException.class, () -> file.add(quarantined(TestHome.ONE)));
    }

    @Test
    void fileList_isReadAsWritten() throws Exception {
        InstalledFiles lists = new InstalledFiles(home);
        assertEquals(Optional.empty(), lists.read(TestHome.ONE));
        List<FileEntry> files = List.of(new FileEntry("a", 0, false, DIGEST), new FileEntry("bin/b", 7, true, DIGEST));
        lists.write(TestHome.ONE, files);
        assertEquals(Optional.of(files), lists.read(TestHome.ONE));
        assertEquals(Optional.empty(), lists.read(TestHome.TWO));
    }
}
