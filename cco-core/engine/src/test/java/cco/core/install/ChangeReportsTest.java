package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.THREE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cco.core.disk.DurableFiles;
import cco.core.disk.StateWriter;
import cco.core.error.BusyException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.manifest.Archive;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of an app reports and records, and what it does when a record cannot be written. */
class ChangeReportsTest {

    @TempDir
    private Path root;

    private TestHome app;
    private final List<ProgressListener.Phase> phases = new ArrayList<>();
    private final ProgressListener listener = new ProgressListener() {
        @Override
        public void began(Phase phase, long total) {
            phases.add(phase);
        }
    };

    @BeforeEach
    void twoIsCurrent() throws Exception {
        app = new TestHome(root);
        app.install(ONE);
        app.install(TWO);
    }

    private boolean recover() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            return new Recovery(
                            lock,
                            app.installer,
                            members -> SourceRecord.UNCHANGED,
                            app,
                            InstantSource.fixed(TestHome.NOW))
                    .run()
                    .interrupted();
        }
    }

    /** No user, not even root, can replace a folder that is not empty. */
    private static void block(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createDirectories(file.resolve("folder"));
    }

    @Test
    void rollback_reportsItsPhases() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            new Rollback(lock, app.installer, listener, InstantSource.fixed(TestHome.NOW)).toPrevious();
        }
        assertEquals(
                List.of(ProgressListener.Phase.VERIFY, ProgressListener.Phase.PROVE, ProgressListener.Phase.ACTIVATE),
                phases);
    }

    @Test
    void activation_reportsItsPhase() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation =
                        Activation.begin(lock, app.installer, THREE, listener, InstantSource.fixed(TestHome.NOW))) {
            assertTrue(Files.exists(app.home.journal()), "a killed process leaves a trace");
            InstallCandidate staged = TestHome.stage(activation.staging(), THREE, "hello", "3");
            activation.activate(staged, TestHome.MIRROR, Optional.empty());
        }
        assertEquals(List.of(ProgressListener.Phase.ACTIVATE), phases);
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void reactivation_reportsItsPhases() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            Reactivation reactivation =
                    new Reactivation(lock, app.installer, listener, InstantSource.fixed(TestHome.NOW));
            assertTrue(reactivation.isPossible(ONE, TestHome.archive(ONE).file().sha256(), "sha256"));
            reactivation.activate(ONE, TestHome.MIRROR, Optional.empty());
        }
        assertEquals(List.of(ProgressListener.Phase.VERIFY, ProgressListener.Phase.ACTIVATE), phases);
    }

    @Test
    void temporaryFilesOfEachRecord_areRemoved() throws Exception {
        Path receipt = Files.createFile(app.home.data().resolve("receipt.json.12.tmp"));
        Path hold = Files.createFile(app.home.state().resolve("hold.json.12.tmp"));
        recover();
        assertFalse(Files.exists(receipt));
        assertFalse(Files.exists(hold));
    }

    /** An overlay cannot rename a folder of its lower layer. */
    @Test
    void oldVersionOnAnOverlay_isReplaced() throws Exception {
        CrashFileSystem overlay = new CrashFileSystem(Integer.MAX_VALUE, CrashFileSystem.Mounts.OVERLAY);
        TestHome other = new TestHome(overlay.wrap(root.resolve("overlay")));
        other.install(ONE);
        other.install(TWO);
        other.install(ONE, "hello", "another 1.0.0");
        assertEquals("run another 1.0.0", Files.readString(other.file(ONE, "hello")));
        assertEquals(List.of(ONE, TWO), other.home.versions());
        assertEquals(ONE, other.receipt().current());
    }

    @Test
    void recovery_reportsAnInterruptedChange() throws Exception {
        assertFalse(recover());
        new Journal(app.home).write(new Journal.Entry.Staging(THREE));
        assertTrue(recover());
        assertFalse(recover());
    }

    @Test
    void missingPointer_isMadeAgain() throws Exception {
        Files.delete(app.home.data().resolve("current"));
        assertFalse(recover());
        assertEquals(Optional.of("2.0.0"), app.current());
        assertEquals(List.of("made hello 2.0.0 current again, because no version was"), app.notices);
    }

    @Test
    void missingPointerAndVersion_stayAsTheyAre() throws Exception {
        Files.delete(app.home.data().resolve("current"));
        DurableFiles.deleteTree(app.home.version(TWO));
        assertFalse(recover());
        assertEquals(Optional.empty(), app.current());
        assertEquals(TWO, app.receipt().current());
        assertEquals(List.of(), app.notices);
    }

    @Test
    void receiptThatCannotBeWritten_keepsOldVersions() throws Exception {
        Receipt receipt = app.install(THREE);
        block(app.home.receipt());
        try (AppLock lock = AppLock.acquire(app.home)) {
            assertEquals(receipt, new Retention(lock, app).keep(receipt, 1));
        }
        assertTrue(app.home.has(ONE));
        assertTrue(app.notices.getFirst().contains("cannot remove old versions"), app.notices.toString());
    }

    @Test
    void restoredVersion_isReplacedAndRecorded() throws Exception {
        app.spoil(ONE, "hello");
        Archive archive = new Archive(new RepositoryFile("a.tar.gz", Sha256.of(new byte[1]), 1), Optional.empty());
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, ONE)) {
            ProvenVersion proven = proven(TestHome.stage(activation.staging(), ONE, "hello", "again"));
            assertEquals(activation.restore(proven, archive), app.receipt());
        }
        assertEquals("run again", Files.readString(app.file(ONE, "hello")));
        assertEquals(TWO, app.receipt().current());
        InstalledVersion one = app.receipt().find(ONE).orElseThrow();
        assertEquals(Optional.of(archive), one.archive());
        assertEquals(Optional.of(List.of("--version")), one.smokeArguments());
    }

    @Test
    void provenVersion_isActivatedWithItsPrograms() throws Exception {
        Archive archive = new Archive(new RepositoryFile("a.tar.gz", Sha256.of(new byte[1]), 1), Optional.empty());
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, THREE)) {
            InstallCandidate staged = TestHome.stage(activation.staging(), THREE, "hello", "3.0.0");
            Path program = staged.directory().resolve("hello");
            Files.delete(program);
            Files.writeString(program, "#!/bin/sh\necho 3.0.0\n");
            assertTrue(program.toFile().setExecutable(true));
            Receipt receipt = activation.activate(proven(staged), archive, TestHome.MIRROR, Optional.empty());
            assertEquals(receipt, app.receipt());
        }
        assertEquals(THREE, app.receipt().current());
        assertEquals(Programs.of("hello"), app.receipt().programs());
    }

    private static ProvenVersion proven(InstallCandidate candidate) {
        ProvenVersion proven = mock(ProvenVersion.class);
        when(proven.version()).thenReturn(candidate.version());
        when(proven.directory()).thenReturn(candidate.directory());
        when(proven.sync()).thenReturn(candidate.sync());
        when(proven.programs()).thenReturn(candidate.programs());
        when(proven.files()).thenReturn(candidate.files());
        when(proven.smokeArguments()).thenReturn(List.of("--version"));
        return proven;
    }

    @Test
    void versionWithoutTheOneBefore_staysThoughItFails() throws Exception {
        DurableFiles.deleteTree(app.home.version(TWO));
        Path obstacle = Files.createFile(root.resolve("obstacle"));
        app.installTested(THREE, obstacle);
        assertEquals(Optional.of("3.0.0"), app.current());
        assertTrue(app.notices.getFirst().startsWith("hello 3.0.0 is current, but"), app.notices.toString());
    }

    @Test
    void receiptWithEverything_isReadAsWritten() throws Exception {
        Archive smallest = new Archive(new RepositoryFile("a", Sha256.of(new byte[1]), 1), Optional.empty());
        Programs programs = Programs.of("bin/hello", Map.of("tool", "bin/tool")).checkedBy(List.of("check", "--all"));
        InstalledVersion entry = new InstalledVersion(
                TWO, TestHome.NOW, programs, Optional.of(List.of("--version")), Optional.of(smallest));
        Receipt receipt = app.receipt().with(entry);
        ReceiptFile file = new ReceiptFile(app.home);
        file.write(receipt);
        assertEquals(Optional.of(receipt), file.read());
        String text = Files.readString(app.home.receipt());
        Files.writeString(app.home.receipt(), text.replace("\"size\": 1", "\"size\": 0"));
        assertThrows(InstallException.class, file::read);
    }

    @Test
    void journalOfASwitch_namesTheWayBack() throws Exception {
        Journal.Entry entry =
                new Journal.Entry.Activating(app.receipt(), false, Optional.of(app.receipt()), Optional.empty());
        Journal journal = new Journal(app.home);
        journal.write(entry);
        assertEquals(Optional.of(entry), journal.read());
    }

    @Test
    void copyOfCcoWithoutReceipt_isNotManaged() {
        AppHome cco = new AppHome(AppName.CCO, root.resolve("cco"), root.resolve("cco-state"));
        NotManagedException refused = assertThrows(NotManagedException.class, () -> new ReceiptFile(cco).require());
        assertEquals("this copy of cco was not installed by cco", refused.getMessage());
    }

    @Test
    void lockThatFails_canBeTakenLater() throws Exception {
        TestHome other = new TestHome(root.resolve("other"));
        Files.createDirectories(other.home.lock());
        assertThrows(InstallException.class, () -> AppLock.acquire(other.home));
        Files.delete(other.home.lock());
        try (AppLock lock = AppLock.acquire(other.home)) {
            assertEquals(other.home, lock.home());
            assertThrows(BusyException.class, () -> AppLock.acquire(other.home));
        }
    }

    @Test
    void memoryThatIsReadOnly_changesNothing() throws Exception {
        TrustMemory memory = TrustMemory.readOnly(app.home);
        memory.remember(new LastAccepted(7, TestHome.NOW));
        assertEquals(Optional.empty(), memory.read());
        assertEquals(new UUID(0, 0), memory.rolloutId());
        assertFalse(Files.exists(app.home.rolloutId()));
    }

    @Test
    void memoryThatCannotBeWritten_isNamed() throws Exception {
        TrustMemory memory = TrustMemory.deferred(app.home, StateWriter.ALWAYS);
        memory.remember(new LastAccepted(7, TestHome.NOW));
        assertEquals(Optional.of(new LastAccepted(7, TestHome.NOW)), memory.read());
        String text = Files.readString(app.home.memory());
        Files.writeString(app.home.memory(), text.replace("accepted_at", "x"));
        assertThrows(InstallException.class, memory::read);
        block(app.home.memory());
        assertThrows(InstallException.class, () -> memory.remember(new LastAccepted(8, TestHome.NOW)));
    }

    /** This process has a file of the version open, and runs another program. */
    @Test
    void processWithAnOpenFile_runsTheVersion() throws Exception {
        long self = ProcessHandle.current().pid();
        try (InputStream open = Files.newInputStream(app.file(ONE, "lib/data"))) {
            if (Files.isDirectory(Path.of("/proc/self/fd"))) {
                assertEquals(
                        Map.of(ONE, Set.of(self)), Map.copyOf(RunningVersions.of(app.home)), "open: " + open.read());
            }
        }
        assertTrue(RunningVersions.of(app.home).isEmpty());
    }

    @Test
    void mapsOfOtherFiles_areSkipped() throws Exception {
        Path process = Files.createDirectories(root.resolve("proc/7/fd")).getParent();
        String versions = app.home.versionsFolder().toRealPath().toString();
        Files.writeString(
                process.resolve("maps"),
                "7f00-7f01 r-xp 0 08:01 42 /usr/lib/libc.so\n7f00-7f01 r-xp 0 08:01 43 " + versions + "/1.0.0/lib/x\n"
                        + "7f00-7f01 r-xp 0 08:01 44 " + versions + "//x\n");
        Map<Version, ?> running = RunningVersions.of(app.home, root.resolve("proc"));
        assertEquals(Map.of(ONE, Set.of(7L)), Map.copyOf(running));
    }
}
