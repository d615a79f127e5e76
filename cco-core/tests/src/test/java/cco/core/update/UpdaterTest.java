package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Verdict;
import cco.core.background.EngineLab;
import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.session.ManifestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conductor, from a real repository in a folder to a real installation; only the plugins are fakes. */
class UpdaterTest {

    @TempDir
    Path folder;

    private EngineLab lab;

    @BeforeEach
    void aPublishedApp() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
    }

    private static Target exactly(String version) {
        return new Target.Exactly(Version.of(version));
    }

    private long downloads() throws IOException {
        try (Stream<Path> files = Files.list(lab.dirs.blobs())) {
            return files.count();
        }
    }

    @Test
    void installationWithoutItsCommand_isAnError() throws Exception {
        lab.installer.commandRefusal = new IOException("disk full");
        StorageException failure = assertThrows(StorageException.class, () -> lab.install(HELLO));
        Path command = lab.dirs.bin().resolve("hello");
        assertEquals("hello 1.0.0 is installed, but its command " + command + " is missing", failure.getMessage());
        assertTrue(lab.notices.getFirst().contains("disk full"), lab.notices::toString);
        lab.installer.commandRefusal = null;
        lab.install(HELLO);
        assertTrue(Files.exists(command));
    }

    @Test
    void install_recordsSource() throws CcoException {
        UpdateOutcome.Installed outcome = assertInstanceOf(UpdateOutcome.Installed.class, lab.install(HELLO));
        assertEquals(lab.dirs.bin().resolve("hello"), outcome.commands().getFirst());
        InstalledApp app = lab.updater(Optional.empty()).installed(HELLO);
        assertEquals("folder", app.source());
        assertEquals("sha256", app.trust());
        assertEquals(List.of(app), lab.updater(Optional.empty()).installed().apps());
    }

    @Test
    void rollback_undoesUpdate() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        assertEquals(
                new UpdateOutcome.Updated(HELLO, Version.of("1.0.0"), Version.of("1.1.0")), lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertEquals(0, downloads(), "what is unpacked is not kept twice");
        assertEquals(
                new UpdateOutcome.RolledBack(HELLO, Version.of("1.1.0"), Version.of("1.0.0")),
                lab.updater(Optional.empty()).rollback(HELLO));
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void strayFileAmongApps_isIgnored() throws CcoException, IOException {
        lab.install(HELLO);
        Files.createFile(lab.dirs.apps().resolve("stray"));
        assertEquals(1, lab.updater(Optional.empty()).installed().apps().size());
    }

    @Test
    void withoutConsent_nothingIsDownloaded() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        UpdateOutcome.Available outcome = assertInstanceOf(UpdateOutcome.Available.class, lab.update(Consent.NEVER));
        assertEquals(Version.of("1.1.0"), outcome.change().to());
        assertFalse(Files.exists(lab.dirs
                .blobs()
                .resolve(outcome.change().archive().file().sha256().hex())));
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void refusingVerifier_stopsUpdateBeforeUnpacking() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.verdict = new Verdict.Rejected("because the test says so");
        VerificationException refusal = assertThrows(VerificationException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(refusal.getMessage().contains("because the test says so"), refusal.getMessage());
        assertEquals("1.0.0", lab.current());
        assertFalse(Files.exists(lab.home(HELLO).resolve("versions/1.1.0")));
    }

    @Test
    void failingInstaller_keepsOldVersion() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.installer.refusal = new IOException("the disk is on fire");
        assertThrows(InstallException.class, () -> lab.update(Consent.ALWAYS));
        assertEquals("1.0.0", lab.current());
        assertEquals(0, downloads(), "a run that completes a killed switch would not know of it");
        lab.installer.refusal = null;
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
    }

    @Test
    void unreadableReceiptAfterTheSwitch_isANotice() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        Path receipt = lab.home(HELLO).resolve("receipt.json");
        lab.installer.activated = () -> {
            Files.delete(receipt);
            Files.createDirectories(receipt.resolve("in the way"));
        };
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertTrue(
                lab.notices.getFirst().startsWith("hello 1.1.0 is current, but cco cannot write the receipt "),
                lab.notices::toString);
    }

    @Test
    void olderManifest_isRefused() throws CcoException, IOException {
        byte[] old = Files.readAllBytes(lab.repository.resolve(ManifestLoader.PATH));
        lab.publish("1.1.0");
        lab.install(HELLO);
        Files.write(lab.repository.resolve(ManifestLoader.PATH), old);
        VerificationException refusal = assertThrows(VerificationException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(refusal.getMessage().contains("older"), refusal.getMessage());
    }

    @Test
    void namedWithdrawnVersion_isAnError() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        Path manifest = lab.repository.resolve(ManifestLoader.PATH);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"1.1.0\": {", "\"1.1.0\": { \"withdrawn\": \"it eats files\","));
        InstallException refused =
                assertThrows(InstallException.class, () -> lab.update(exactly("1.1.0"), false, Consent.ALWAYS));
        assertEquals("hello 1.1.0 cannot be installed here: it was withdrawn: it eats files", refused.getMessage());
        assertInstanceOf(UpdateOutcome.HeldBack.class, lab.update(Consent.ALWAYS));
        KnownVersions known = KnownVersions.of(lab.dirs, HELLO);
        assertEquals(List.of(Version.of("1.0.0"), Version.of("1.1.0")), List.copyOf(known.versions()));
    }

    @Test
    void reinstall_neverDowngrades() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0-beta.1");
        lab.update(exactly("1.1.0-beta.1"), false, Consent.ALWAYS);
        lab.updater(Optional.empty()).unhold(HELLO);
        assertEquals(new UpdateOutcome.UpToDate(HELLO, Version.of("1.1.0-beta.1")), lab.install(HELLO));
    }

    @Test
    void reinstall_repairsDamagedVersion() throws CcoException, IOException {
        lab.install(HELLO);
        Path program = lab.home(HELLO).resolve("versions/1.0.0/hello");
        byte[] sound = Files.readAllBytes(program);
        Files.delete(program);
        Files.writeString(program, "damaged");
        lab.install(HELLO);
        assertEquals(new String(sound), Files.readString(program));
    }

    @Test
    void failedInstallation_leavesNoSource() throws IOException {
        lab.verdict = new Verdict.Rejected("because the test says so");
        assertThrows(VerificationException.class, () -> lab.install(HELLO));
        assertFalse(Files.exists(lab.dirs.configFile()));
    }

    @Test
    void missingVersionFolder_isInstalledAgain() throws CcoException, IOException {
        lab.install(HELLO);
        DurableFiles.deleteTree(lab.home(HELLO).resolve("versions/1.0.0"));
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertTrue(Files.exists(lab.home(HELLO).resolve("versions/1.0.0/hello")));
    }

    @Test
    void offline_switchesToInstalledVersion() throws CcoException, IOException {
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        Files.move(lab.repository, folder.resolve("gone"));
        assertInstanceOf(UpdateOutcome.RolledBack.class, lab.update(exactly("1.0.0"), true, Consent.ALWAYS));
        assertEquals("1.0.0", lab.current());
        assertThrows(SourceException.class, () -> lab.update(Consent.ALWAYS));
    }

    @Test
    void appWithoutReceipt_isNotChanged() {
        assertThrows(NotManagedException.class, () -> lab.update(Consent.ALWAYS));
        assertFalse(Files.exists(lab.dirs.appState(HELLO)));
    }

    @Test
    void cco_changesOnlyItsOwnCopy() throws CcoException, IOException {
        EngineLab own = new EngineLab(Files.createDirectories(folder.resolve("own")));
        own.publish(AppName.CCO, "0.1.0");
        own.install(AppName.CCO);
        Path kept = own.home(AppName.CCO).resolve("versions/0.1.0");
        UpdateRequest request = new UpdateRequest(
                AppName.CCO, new Target.Newest(Optional.empty()), Optional.empty(), false, Consent.ALWAYS);
        assertInstanceOf(
                UpdateOutcome.UpToDate.class, own.updater(Optional.of(kept)).update(request));
        assertThrows(
                NotManagedException.class,
                () -> own.updater(Optional.of(folder)).update(request));
    }

    @Test
    void sourceWithoutTrustMode_isRefused() throws CcoException, IOException {
        lab.install(HELLO);
        Path config = lab.dirs.configFile();
        Files.writeString(config, Files.readString(config).replaceFirst("(?m)^trust = .*$", ""));
        UsageException refusal = assertThrows(UsageException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(refusal.getMessage().contains("root.json"), refusal.getMessage());
    }
}
