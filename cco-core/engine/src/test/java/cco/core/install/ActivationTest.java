package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivationTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void app() {
        app = new TestHome(root);
    }

    @Test
    void update_keepsOldVersion_andLeavesNothingElse() throws Exception {
        app.install(ONE);
        Receipt receipt = app.install(TWO);
        assertEquals(Optional.of("2.0.0"), app.current());
        assertEquals(List.of(ONE, TWO), app.home.versions());
        assertEquals(TWO, receipt.current());
        assertEquals("run 2.0.0", Files.readString(app.file(TWO, "hello")));
        assertFalse(Files.exists(app.home.journal()));
        assertFalse(Files.exists(app.home.stagingFolder()));
        assertEquals(List.of(), app.notices);
    }

    @Test
    void abandonedStaging_leavesAppUnchanged() throws Exception {
        app.install(ONE);
        Receipt before = app.receipt();
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, TWO)) {
            TestHome.stage(activation.staging(), TWO, "hello", "2.0.0");
        }
        assertEquals(before, app.receipt());
        assertEquals(List.of(ONE), app.home.versions());
        assertFalse(Files.exists(app.home.stagingFolder()));
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void refusingInstaller_leavesOldVersion_andSaysWhy() throws Exception {
        app.install(ONE);
        app.installer.refusal = new AccessDeniedException("/srv/hello/current");
        InstallException refused = assertThrows(InstallException.class, () -> app.install(TWO));
        assertEquals("cannot switch hello to 2.0.0: no permission for /srv/hello/current", refused.getMessage());
        assertTrue(refused.hint().startsWith("1.0.0 is still current"), refused.hint());
        assertStillOne();
    }

    @Test
    void update_addsAndRemovesCommands_rollbackToo() throws Exception {
        app.installWithCommands(ONE, "admin", "tool");
        assertEquals(List.of("admin", "hello", "tool"), app.commands());
        app.installWithCommands(TWO, "tool", "wizard");
        assertEquals(List.of("hello", "tool", "wizard"), app.commands());
        app.rollBack();
        assertEquals(List.of("admin", "hello", "tool"), app.commands());
        assertEquals(3, app.receipt().outside().size());
    }

    @Test
    void refusedSwitch_takesItsCommandsBack() throws Exception {
        app.installWithCommands(ONE, "admin");
        Receipt before = app.receipt();
        app.installer.refusal = new IOException("no");
        assertThrows(InstallException.class, () -> app.installWithCommands(TWO, "wizard"));
        assertEquals(List.of("admin", "hello"), app.commands());
        assertEquals(before, app.receipt());
    }

    @Test
    void foreignFileInPlaceOfAnyCommand_stopsTheSwitch() throws Exception {
        app.installWithCommands(ONE);
        Path foreign = Files.writeString(app.command.bin().resolve("wizard"), "of another app");
        InstallException refused =
                assertThrows(InstallException.class, () -> app.installWithCommands(TWO, "admin", "wizard"));
        assertTrue(refused.getMessage().contains(foreign + " exists"), refused.getMessage());
        assertEquals(List.of("hello", "wizard"), app.commands());
        assertEquals("of another app", Files.readString(foreign));
        assertStillOne();
    }

    @Test
    void commandThatAnotherAppReplaced_isNotRemoved() throws Exception {
        app.installWithCommands(ONE, "admin");
        Files.writeString(app.command.bin().resolve("admin"), "of another app");
        app.installWithCommands(TWO);
        assertEquals(List.of("admin", "hello"), app.commands());
        assertEquals(1, app.receipt().outside().size());
    }

    @Test
    void lyingInstaller_isDetected() throws Exception {
        app.install(ONE);
        app.installer.lies = true;
        InstallException refused = assertThrows(InstallException.class, () -> app.install(TWO));
        assertTrue(refused.getMessage().contains("but the current version is 1.0.0"), refused.getMessage());
        assertStillOne();
    }

    @Test
    void complaintAfterSwitch_isOnlyANotice() throws Exception {
        app.install(ONE);
        app.installer.complaint = new IOException("sync failed");
        assertEquals(TWO, app.install(TWO).current());
        assertEquals(List.of("hello 2.0.0 is current, but the installer reported: sync failed"), app.notices);
    }

    /** It still has what only the new receipt knows, such as the digests of the archive. */
    @Test
    void receiptThatFailsOnce_isWrittenFromTheJournal() throws Exception {
        app.install(ONE);
        Path aside = root.resolve("aside");
        app.installer.activated = () -> {
            Files.move(app.home.receipt(), aside);
            Files.createDirectories(app.home.receipt().resolve("in the way"));
        };
        Receipt receipt;
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, TWO)) {
            InstallCandidate candidate = TestHome.stage(activation.staging(), TWO, "hello", "2.0.0");
            receipt = activation.activate(candidate, TestHome.MIRROR, Optional.empty());
            Files.delete(app.home.receipt().resolve("in the way"));
            Files.move(aside, app.home.receipt(), StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(receipt, app.receipt());
        assertFalse(Files.exists(app.home.journal()));
        assertEquals(1, app.notices.size(), app.notices::toString);
        assertTrue(app.notices.getFirst().startsWith("hello 2.0.0 is current, but cco cannot write the receipt"));
    }

    @Test
    void firstReceiptThatFailsOnce_isWrittenFromTheJournal() throws Exception {
        Receipt receipt = installWithoutReceipt(true);
        assertEquals(receipt, app.receipt());
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void firstReceiptThatCannotBeWritten_isWrittenByNextRun() throws Exception {
        Receipt receipt = installWithoutReceipt(false);
        assertTrue(Files.exists(app.home.journal()));
        Files.delete(app.home.receipt().resolve("in the way"));
        Files.delete(app.home.receipt());
        app.recover();
        assertEquals(receipt, app.receipt());
        assertFalse(Files.exists(app.home.journal()));
    }

    /** A first installation whose receipt cannot be written until the end, or for longer. */
    private Receipt installWithoutReceipt(boolean healsAtTheEnd) throws Exception {
        Path obstacle = app.home.receipt().resolve("in the way");
        app.installer.activated = () -> Files.createDirectories(obstacle);
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, ONE)) {
            InstallCandidate candidate = TestHome.stage(activation.staging(), ONE, "hello", "1.0.0");
            Receipt receipt = activation.activate(candidate, TestHome.MIRROR, Optional.empty());
            if (healsAtTheEnd) {
                Files.delete(obstacle);
                Files.delete(obstacle.getParent());
            }
            return receipt;
        }
    }

    @Test
    void unwritableReceiptAfterSwitch_isWrittenByNextRun() throws Exception {
        app.install(ONE);
        Path aside = root.resolve("aside");
        Receipt receipt;
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, TWO)) {
            InstallCandidate candidate = TestHome.stage(activation.staging(), TWO, "hello", "2.0.0");
            app.installer.activated = () -> {
                Files.move(app.home.receipt(), aside);
                Files.createDirectories(app.home.receipt().resolve("in the way"));
            };
            receipt = activation.activate(candidate, TestHome.MIRROR, Optional.empty());
        }
        assertEquals(TWO, receipt.current());
        assertEquals(2, app.notices.size());
        Files.delete(app.home.receipt().resolve("in the way"));
        Files.move(aside, app.home.receipt(), StandardCopyOption.REPLACE_EXISTING);
        app.recover();
        assertEquals(receipt, app.receipt());
    }

    @Test
    void foreignCommand_stopsFirstInstallation() throws Exception {
        Path taken = Files.createDirectories(root.resolve("bin")).resolve("hello");
        Files.writeString(taken, "somebody else's");
        InstallException refused = assertThrows(InstallException.class, () -> app.install(ONE));
        assertTrue(refused.getMessage().contains(taken + " exists and does not belong to hello"), refused.getMessage());
        assertEquals("somebody else's", Files.readString(taken));
        assertEquals(Optional.empty(), app.current());
        assertEquals(List.of(), app.home.versions());
        assertEquals(Optional.empty(), new ReceiptFile(app.home).read());
    }

    @Test
    void failedFirstInstallation_leavesNoCommand() {
        app.installer.refusal = new IOException("no");
        InstallException refused = assertThrows(InstallException.class, () -> app.install(ONE));
        assertTrue(refused.hint().startsWith("nothing was changed"), refused.hint());
        assertFalse(Files.exists(root.resolve("bin/hello")));
    }

    @Test
    void failedFirstInstallation_leavesNoSource() throws Exception {
        app.installer.refusal = new IOException("no");
        assertThrows(InstallException.class, () -> app.install(ONE));
        assertEquals(Optional.empty(), app.source());
    }

    @Test
    void refusedSwitch_restoresTheSource() throws Exception {
        app.install(ONE);
        app.installer.refusal = new IOException("no");
        assertThrows(InstallException.class, () -> app.installFrom("another mirror", TWO));
        assertEquals(Optional.of("mirror"), app.source());
        assertStillOne();
    }

    @Test
    void unwritableSource_leavesOldVersion() throws Exception {
        app.install(ONE);
        Files.delete(root.resolve("config/keys"));
        Files.createDirectories(root.resolve("config/keys/in the way"));
        StorageException refused = assertThrows(StorageException.class, () -> app.installFrom("another mirror", TWO));
        assertEquals("cannot write the source", refused.getMessage());
        assertStillOne();
    }

    @Test
    void newCommandThatCannotBeCreated_isANoticeAfterTheSwitch() throws Exception {
        app.installer.commandRefusal = new IOException("disk full");
        app.install(ONE);
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(Optional.of("mirror"), app.source());
        assertEquals(
                List.of("hello 1.0.0 is current, but cco cannot create the command hello: disk full;"
                        + " run `cco doctor hello --repair`"),
                app.notices);
        app.installer.commandRefusal = null;
        try (AppLock lock = AppLock.acquire(app.home)) {
            new VersionRepair(lock, app.installer, app).restoreCommands(app.command.bin());
        }
        assertEquals(List.of("hello"), app.commands());
    }

    @Test
    void commandReplacedByUser_isKeptByUpdates() throws Exception {
        app.install(ONE);
        Files.writeString(root.resolve("bin/hello"), "my own wrapper");
        app.install(TWO);
        assertEquals("my own wrapper", Files.readString(root.resolve("bin/hello")));
    }

    @Test
    void movedProgram_keepsItsCommand() throws Exception {
        app.install(ONE);
        app.install(TWO, "bin/hello", "2.0.0");
        assertTrue(Files.readString(root.resolve("bin/hello")).endsWith("/bin/hello"));
        app.rollBack();
        assertFalse(Files.readString(root.resolve("bin/hello")).endsWith("/bin/hello"));
    }

    @Test
    void lostReceipt_isRewrittenFromExistingVersions() throws Exception {
        app.install(ONE);
        Files.delete(app.home.receipt());
        Receipt receipt = app.install(TWO);
        assertEquals(
                List.of(ONE, TWO),
                receipt.installed().stream().map(InstalledVersion::version).toList());
        assertEquals(Optional.of(ONE), receipt.previous());
    }

    @Test
    void unwritableHome_isAnInstallException() throws Exception {
        // Root may write into read-only folders, so a file stands where the folder should be.
        Files.createDirectories(app.home.data());
        Files.writeString(app.home.versionsFolder(), "a file");
        InstallException refused = assertThrows(InstallException.class, () -> app.install(ONE));
        assertTrue(refused.getMessage().startsWith("cannot put hello 1.0.0 in its place: "), refused.getMessage());
        assertEquals(Optional.empty(), app.current());
    }

    private void assertStillOne() throws Exception {
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(ONE, app.receipt().current());
        assertEquals(List.of(ONE), app.home.versions());
        assertFalse(Files.exists(app.home.journal()));
    }
}
