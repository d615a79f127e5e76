package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.install.AppHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Installations that were killed between the switch and the end, as the journal and the disk tell of them. */
class InterruptedInstallTest {

    @TempDir
    Path folder;

    private EngineLab lab;
    private AppHome home;

    @BeforeEach
    void killedFirstInstallation() throws Exception {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        lab.install(HELLO);
        home = lab.context().home(HELLO);
    }

    /** As if the process had been killed after it wrote the journal. */
    private void journal(String place) throws IOException {
        String receipt = Files.readString(home.data().resolve("receipt.json"));
        Files.writeString(home.state().resolve("journal.json"), """
                {"schema": 1, "step": "activating", "expose": true, "receipt": %s,
                 "source": {"id": "folder", "trust": "sha256", "settings": {"path": "%s"}, "keys": {}}}
                """.formatted(receipt, place));
    }

    @Test
    void nextUpdate_usesTheSourceInTheJournal() throws Exception {
        journal(lab.repository.toString());
        Files.delete(lab.dirs.configFile());
        lab.publish("1.1.0");
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertEquals("finished the interrupted switch to hello 1.0.0", lab.notices.getFirst());
    }

    @Test
    void repeatedInstallation_finishesTheFirst() throws Exception {
        journal(lab.repository.toString());
        Files.delete(home.data().resolve("receipt.json"));
        Files.delete(lab.dirs.configFile());
        Files.delete(lab.dirs.bin().resolve("hello"));
        assertInstanceOf(UpdateOutcome.Installed.class, lab.install(HELLO));
        assertTrue(Files.exists(lab.dirs.bin().resolve("hello")));
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.NEVER));
    }

    @Test
    void uninstallation_removesAllOfIt() throws Exception {
        journal(lab.repository.toString());
        Files.delete(home.data().resolve("receipt.json"));
        lab.uninstaller().plan(HELLO);
        lab.uninstaller().uninstall(HELLO);
        assertFalse(Files.exists(home.data()));
        assertFalse(Files.exists(home.state()));
        assertFalse(Files.exists(lab.dirs.bin().resolve("hello")));
        assertEquals("", Files.readString(lab.dirs.configFile()).strip());
    }
}
