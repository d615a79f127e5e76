package cco.core.doctor;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Verdict;
import cco.core.background.EngineLab;
import cco.core.disk.DurableFiles;
import cco.core.doctor.Finding.Subject;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.update.Consent;
import cco.core.update.Uninstaller;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One installation, damaged in one way after the other, and repaired from the disk or from its source. */
class DoctorTest {

    @TempDir
    Path folder;

    private EngineLab lab;
    private Path home;
    private Path state;
    private Path program;

    @BeforeEach
    void anAppWithAVersionBefore() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        lab.install(HELLO);
        lab.publish("1.1.0");
        lab.update(Consent.ALWAYS);
        home = lab.home(HELLO);
        state = lab.dirs.appState(HELLO);
        program = home.resolve("versions/1.1.0/hello");
    }

    private List<Subject> broken() throws CcoException {
        return lab.doctor().examine(HELLO).problems().stream()
                .map(Finding::subject)
                .toList();
    }

    /** Repairs, and expects that only these were broken and that nothing is broken afterwards. */
    private void repairs(Subject... subjects) throws CcoException, IOException {
        assertEquals(List.of(subjects), broken());
        HealthReport after = lab.doctor().repair(HELLO, false);
        assertEquals(List.of(), after.problems());
        assertEquals(
                List.of(subjects),
                after.findings().stream()
                        .filter(Finding.Repaired.class::isInstance)
                        .map(Finding::subject)
                        .toList());
        assertEquals(List.of(), broken());
        assertEquals("1.1.0", lab.current());
    }

    /** Lets the manifest expire, as when a publisher gives up. */
    private void expireTheManifest() throws IOException {
        Path manifest = lab.repository.resolve("version-manifest.json");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceFirst("\"schema\"", "\"expires\": \"2020-01-01T00:00:00Z\", \"schema\""));
    }

    private void change(Path file) throws IOException {
        Files.delete(file);
        Files.writeString(file, "changed");
    }

    @Test
    void healthyInstallation_hasNoProblems() throws CcoException {
        assertEquals(List.of(), broken());
        assertEquals(List.of(), lab.doctor().repair(HELLO, false).problems());
        assertEquals(List.of(), lab.notices);
        assertEquals(List.of(HELLO), lab.doctor().apps());
    }

    @Test
    void missingApp_isNotManaged() {
        assertThrows(NotManagedException.class, () -> lab.doctor().examine(new AppName("other")));
    }

    @Test
    void changedFile_isRepaired_despiteExpiredManifest() throws CcoException, IOException {
        expireTheManifest();
        String right = Files.readString(program);
        change(program);
        repairs(Subject.FILES);
        assertEquals(right, Files.readString(program));
    }

    @Test
    void missingVersion_isRepaired_withoutManifest() throws CcoException, IOException {
        Files.delete(lab.repository.resolve("version-manifest.json"));
        DurableFiles.deleteTree(home.resolve("versions/1.1.0"));
        repairs(Subject.CURRENT, Subject.FILES);
        assertTrue(Files.exists(program));
    }

    @Test
    void missingVersionWithoutSource_fallsBackToPrevious() throws CcoException, IOException {
        DurableFiles.deleteTree(home.resolve("versions/1.1.0"));
        DurableFiles.deleteTree(lab.repository);
        HealthReport after = lab.doctor().repair(HELLO, false);
        assertEquals("1.0.0", lab.current());
        assertEquals(
                List.of(Subject.FILES),
                after.problems().stream().map(Finding::subject).toList());
        assertInstanceOf(
                SourceException.class, after.problems().getFirst().reason().orElseThrow());
        assertEquals(List.of(), broken());
    }

    @Test
    void refusedRepair_saysWhy_andChangesNothing() throws CcoException, IOException {
        change(program);
        lab.verdict = new Verdict.Rejected("no");
        Finding.Problem problem = lab.doctor().repair(HELLO, false).problems().getFirst();
        assertEquals(Subject.FILES, problem.subject());
        assertInstanceOf(VerificationException.class, problem.reason().orElseThrow());
        assertEquals("changed", Files.readString(program));
    }

    @Test
    void otherArchiveOfSameName_isRefused() throws CcoException, IOException {
        change(program);
        lab.spoil("1.1.0");
        assertTrue(lab.doctor().repair(HELLO, false).hasProblem(Subject.FILES));
        assertEquals("changed", Files.readString(program));
    }

    @Test
    void damagedPreviousVersion_isRestoredFromTheFolder() throws CcoException, IOException {
        change(home.resolve("versions/1.0.0/hello"));
        repairs(Subject.FILES);
        assertEquals("1.1.0", lab.current());
        lab.updater(Optional.empty()).rollback(HELLO);
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void damagedPreviousVersionWithoutSource_isRemoved() throws CcoException, IOException {
        DurableFiles.deleteTree(lab.repository);
        change(home.resolve("versions/1.0.0/hello"));
        repairs(Subject.FILES);
        assertFalse(Files.exists(home.resolve("versions/1.0.0")));
    }

    @Test
    void versionThatDoesNotStart_isReported_andNoRollbackTarget() throws CcoException, IOException {
        Files.createFile(lab.obstacle());
        assertEquals(List.of(Subject.FILES, Subject.FILES), broken());
        InstallException refused = assertThrows(
                InstallException.class, () -> lab.updater(Optional.empty()).rollback(HELLO));
        assertTrue(
                refused.getMessage().startsWith("hello 1.0.0 exits with 9 when called with '--version'"),
                refused.getMessage());
        assertTrue(refused.hint().contains("cco doctor hello --repair"), refused.hint());
        assertEquals("1.1.0", lab.current());
        Files.delete(lab.obstacle());
        lab.updater(Optional.empty()).rollback(HELLO);
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void lostMode_isRestoredWithoutSource() throws CcoException, IOException {
        DurableFiles.deleteTree(lab.repository);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("r--r--r--"));
        repairs(Subject.FILES);
        assertTrue(Files.isExecutable(program));
    }

    @Test
    void unlistedFile_isReported_andKept() throws CcoException, IOException {
        Path mine = Files.writeString(home.resolve("versions/1.1.0/mine"), "mine");
        assertEquals(List.of(), lab.doctor().repair(HELLO, false).problems());
        assertTrue(lab.doctor().examine(HELLO).findings().stream()
                .anyMatch(finding ->
                        finding instanceof Finding.Note && finding.text().contains("mine")));
        assertTrue(Files.exists(mine));
    }

    @Test
    void brokenPointerAndMissingCommand_areRepaired() throws CcoException, IOException {
        Files.delete(home.resolve("current"));
        Files.delete(lab.dirs.bin().resolve("hello"));
        repairs(Subject.CURRENT, Subject.COMMAND);
        assertTrue(Files.exists(lab.dirs.bin().resolve("hello")));
    }

    @Test
    void foreignFileInPlaceOfCommand_isKept() throws CcoException, IOException {
        Path command = Files.writeString(lab.dirs.bin().resolve("hello"), "another's");
        Finding.Problem problem = lab.doctor().repair(HELLO, false).problems().getFirst();
        assertEquals(Subject.COMMAND, problem.subject());
        assertTrue(problem.advice().startsWith("move the file away"), problem.advice());
        assertEquals("another's", Files.readString(command));
    }

    @Test
    void leftoversOfKilledRun_areRemoved() throws CcoException, IOException {
        Files.writeString(state.resolve("journal.json"), """
                {"schema": 1, "step": "staging", "version": "1.2.0"}""");
        Files.createDirectories(home.resolve(".staging/x"));
        Files.createDirectories(home.resolve("versions/1.2.0"));
        Files.writeString(home.resolve("receipt.json.1.tmp"), "");
        Files.writeString(state.resolve("schedule.toml.2.tmp"), "");
        Files.writeString(lab.dirs.blobs().resolve("ab".repeat(32) + ".partial"), "");
        repairs(Subject.JOURNAL, Subject.LEFTOVERS, Subject.CACHE);
        assertEquals(0, lab.cached());
    }

    @Test
    void futureClock_isForgotten_butSerialIsKept() throws CcoException, IOException {
        Path memory = state.resolve("memory.json");
        Files.writeString(memory, Files.readString(memory).replaceAll("\"20\\d\\d-", "\"2090-"));
        repairs(Subject.MEMORY);
        assertTrue(Files.readString(memory).contains("\"serial\": 2"), Files.readString(memory));
    }

    @Test
    void damagedReceipt_isReported_andNothingElseChanges() throws CcoException, IOException {
        Files.writeString(home.resolve("receipt.json"), "{");
        Files.createDirectories(home.resolve(".staging/x"));
        assertEquals(List.of(Subject.RECEIPT), broken());
        assertTrue(lab.doctor().repair(HELLO, false).hasProblem(Subject.RECEIPT));
        assertTrue(Files.exists(home.resolve(".staging/x")));
        assertEquals(List.of(HELLO), lab.doctor().apps());
    }

    @Test
    void damagedConfiguration_isReported_withTheRest() throws CcoException, IOException {
        Files.writeString(lab.dirs.configFile(), "[broken");
        change(program);
        assertEquals(List.of(Subject.FILES, Subject.CONFIG), broken());
        assertTrue(lab.doctor().repair(HELLO, false).hasProblem(Subject.FILES));
    }

    @Test
    void versionWithoutRecordedDigest_needsTheManifest() throws CcoException, IOException {
        Path receipt = home.resolve("receipt.json");
        Files.writeString(receipt, Files.readString(receipt).replace("\"archive\"", "\"once\""));
        change(program);
        repairs(Subject.FILES);
        Files.writeString(receipt, Files.readString(receipt).replace("\"archive\"", "\"once\""));
        change(program);
        expireTheManifest();
        assertInstanceOf(
                VerificationException.class,
                lab.doctor().repair(HELLO, false).problems().getFirst().reason().orElseThrow());
    }

    @Test
    void uninstall_leavesNothing_andIsRefusedTwice() throws CcoException, IOException {
        Uninstaller uninstaller = lab.uninstaller();
        Files.writeString(home.resolve("versions/1.1.0/mine"), "mine");
        assertEquals(
                List.of(home.resolve("versions/1.1.0/mine").toString()),
                uninstaller.plan(HELLO).foreign());
        assertEquals(new Uninstaller.Outcome(HELLO, List.of(), Optional.empty()), uninstaller.uninstall(HELLO));
        for (Path gone : List.of(home, state, lab.dirs.bin().resolve("hello"), lab.dirs.anchors(HELLO))) {
            assertFalse(Files.exists(gone), gone.toString());
        }
        assertEquals("", Files.readString(lab.dirs.configFile()).strip());
        assertThrows(NotManagedException.class, () -> uninstaller.uninstall(HELLO));
    }

    @Test
    void uninstall_finishesRemnants_butKeepsForeignVersions() throws CcoException, IOException {
        Files.delete(home.resolve("receipt.json"));
        assertThrows(NotManagedException.class, () -> lab.uninstaller().uninstall(HELLO));
        assertTrue(Files.exists(program));
        DurableFiles.deleteTree(home.resolve("versions"));
        lab.uninstaller().uninstall(HELLO);
        assertFalse(Files.exists(home) || Files.exists(state));
    }

    @Test
    void uninstall_keepsForeignCommand() throws CcoException, IOException {
        Path command = Files.writeString(lab.dirs.bin().resolve("hello"), "another's");
        assertEquals(List.of(command), lab.uninstaller().uninstall(HELLO).commands());
        assertTrue(Files.exists(command));
    }
}
