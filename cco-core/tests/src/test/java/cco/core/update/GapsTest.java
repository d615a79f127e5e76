package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.error.ExpiredException;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to an installation between two updates: damage, clocks, and abandoned downloads. */
class GapsTest {

    @TempDir
    Path folder;

    private EngineLab lab;
    private Path state;

    @BeforeEach
    void anInstalledApp() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        lab.install(HELLO);
        state = lab.dirs.appState(HELLO);
    }

    @Test
    void missingPointer_isRestored() throws CcoException, IOException {
        Files.delete(lab.home(HELLO).resolve("current"));
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.ALWAYS));
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void brokenPointer_isRestored() throws CcoException, IOException {
        Files.writeString(lab.home(HELLO).resolve("current"), "9.9.9");
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.ALWAYS));
        assertEquals("1.0.0", lab.current());
        assertEquals(List.of("made hello 1.0.0 current again, because no version was"), lab.notices);
    }

    @Test
    void missingCommand_isReportedByUpdateAndList() throws CcoException, IOException {
        Path command = lab.dirs.bin().resolve("hello");
        Files.delete(command);
        assertInstanceOf(UpdateOutcome.UpToDate.class, lab.update(Consent.ALWAYS));
        assertEquals(List.of(command + " is missing; run `cco doctor hello --repair`"), lab.notices);
        Inventory inventory = lab.updater(Optional.empty()).installed();
        assertEquals(command + " is missing", inventory.commands().get(HELLO).text());
    }

    @Test
    void foreignCommand_isRefusedBeforeTheDownload() throws CcoException, IOException {
        lab.uninstaller().uninstall(HELLO);
        Files.writeString(lab.dirs.bin().resolve("hello"), "another's");
        assertThrows(InstallException.class, () -> lab.install(HELLO));
        assertEquals(0, lab.cached());
    }

    @Test
    void damagedReceipt_hidesNoOtherApp() throws CcoException, IOException {
        AppName other = new AppName("other");
        Path receipt = Files.createDirectories(lab.home(other)).resolve("receipt.json");
        Files.writeString(receipt, "{");
        Inventory inventory = lab.updater(Optional.empty()).installed();
        assertEquals(
                List.of(HELLO), inventory.apps().stream().map(InstalledApp::app).toList());
        assertEquals(other, inventory.unreadable().getFirst().app());
        assertTrue(inventory.unreadable().getFirst().reason().getMessage().contains(receipt.toString()));
    }

    @Test
    void wrongClock_isNamedAsReason() throws CcoException, IOException {
        Path memory = state.resolve("memory.json");
        Files.writeString(memory, Files.readString(memory).replaceAll("\"20\\d\\d-", "\"2090-"));
        Path manifest = lab.repository.resolve("version-manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("\"schema\"", "\"expires\": \"2089-01-01T00:00:00Z\", \"schema\""));
        ExpiredException refusal = assertThrows(ExpiredException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(refusal.getMessage().contains("by the time of the last accepted manifest"), refusal.getMessage());
        assertTrue(refusal.hint().contains("cco doctor hello --repair"), refusal.hint());
    }

    @Test
    void supersededDownload_isRemoved() throws CcoException, IOException {
        lab.publish("1.1.0");
        lab.spoil("1.1.0");
        assertThrows(CcoException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(lab.cached() > 0);
        lab.publish("1.2.0");
        lab.update(Consent.ALWAYS);
        assertEquals(0, lab.cached());
    }

    @Test
    void offlineCheck_changesNothing() throws CcoException, IOException {
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        lab.update(new Target.Exactly(Version.of("1.0.0")), true, Consent.NEVER);
        assertEquals("1.1.0", lab.current());
    }
}
