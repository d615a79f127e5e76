package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.THREE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.json.JsonObject;
import cco.core.model.Hold;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of the table in the package's description, each made by hand; 1.0.0 is current unless said otherwise. */
class RecoveryTest {

    @TempDir
    private Path root;

    private TestHome app;
    private Receipt one;
    private Receipt two;

    @BeforeEach
    void oneIsCurrent() throws Exception {
        app = new TestHome(root);
        one = app.install(ONE);
        two = one.with(new InstalledVersion(
                        TWO, TestHome.NOW, Programs.of("hello"), Optional.empty(), Optional.empty()))
                .switchedTo(TWO);
    }

    @Test
    void cleanHome_isNotChanged() throws Exception {
        recoverTwice();
        assertEnd(one);
    }

    @Test
    void journalAlone_isRemoved() throws Exception {
        journal(new Journal.Entry.Staging(TWO));
        recoverTwice("undid an interrupted installation of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void stagedFiles_areRemoved() throws Exception {
        journal(new Journal.Entry.Staging(TWO));
        TestHome.stage(app.home.newStaging(), TWO, "hello", "2.0.0");
        recoverTwice("undid an interrupted installation of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void missingReplacedVersion_leavesTheReceipt() throws Exception {
        Receipt both = app.install(TWO);
        assertEquals(Optional.of(ONE), both.previous());
        journal(new Journal.Entry.Staging(ONE));
        Files.createDirectories(app.home.stagingFolder());
        Files.move(app.home.version(ONE), app.home.newStaging());
        recoverTwice("undid an interrupted installation of hello 1.0.0");
        assertEquals(Optional.empty(), app.receipt().previous());
        assertEnd(both.only(TWO::equals));
    }

    @Test
    void listWithoutVersion_isRemoved() throws Exception {
        journal(new Journal.Entry.Staging(TWO));
        new InstalledFiles(app.home).write(TWO, List.of());
        recoverTwice("undid an interrupted installation of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void versionOutsideReceipt_isRemoved() throws Exception {
        journal(new Journal.Entry.Staging(TWO));
        place(TWO);
        recoverTwice("undid an interrupted installation of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void pendingSwitch_isFinished() throws Exception {
        journal(new Journal.Entry.Activating(two, false, Optional.empty(), Optional.empty()));
        place(TWO);
        recoverTwice("finished the interrupted switch to hello 2.0.0");
        assertEnd(two);
    }

    @Test
    void pendingRollback_isFinishedWithItsHold() throws Exception {
        Receipt both = app.install(TWO);
        Hold hold = new Hold(ONE, TestHome.NOW, Hold.Cause.ROLLBACK);
        Receipt back = both.switchedTo(ONE);
        journal(new Journal.Entry.Activating(back, false, Optional.empty(), Optional.empty(), Optional.of(hold)));
        assertEquals(Optional.of(back), app.recover().rollback());
        assertEquals(Optional.of(hold), new HoldFile(app.home).read(Optional.of(ONE)));
        assertEquals(Optional.empty(), app.recover().rollback());
        assertEquals(
                List.of(
                        "hello stays at 1.0.0 until you run `cco unhold hello`",
                        "finished the interrupted switch to hello 1.0.0"),
                app.notices);
        assertEnd(back);
    }

    @Test
    void unrecordedRollback_isRecordedWithItsHold() throws Exception {
        Receipt both = app.install(TWO);
        Hold hold = new Hold(ONE, TestHome.NOW, Hold.Cause.ROLLBACK);
        Receipt back = both.switchedTo(ONE);
        app.installer.activate(app.home.data(), "1.0.0");
        journal(new Journal.Entry.Activated(back, Optional.empty(), Optional.empty(), Optional.of(hold)));
        assertEquals(Optional.of(back), app.recover().rollback());
        assertEquals(Optional.of(hold), new HoldFile(app.home).read(Optional.of(ONE)));
        assertEnd(back);
    }

    @Test
    void unfinishableSwitch_isUndone() throws Exception {
        journal(new Journal.Entry.Activating(two, false, Optional.empty(), Optional.empty()));
        place(TWO);
        app.installer.refusal = new IOException("disk full");
        recoverTwice("abandoned the interrupted switch to 2.0.0: cannot switch hello to 2.0.0: disk full");
        assertEnd(one);
    }

    @Test
    void switchToMissingFolder_isAbandoned() throws Exception {
        journal(new Journal.Entry.Activating(two, false, Optional.empty(), Optional.empty()));
        recoverTwice("abandoned the interrupted switch to 2.0.0: its folder is missing");
        assertEnd(one);
    }

    @Test
    void firstSwitch_createsTheCommand() throws Exception {
        Files.delete(app.home.data().resolve("current"));
        Files.delete(app.home.receipt());
        Files.delete(root.resolve("bin/hello"));
        journal(new Journal.Entry.Activating(one, true, Optional.empty(), Optional.empty()));
        recoverTwice("finished the interrupted switch to hello 1.0.0");
        assertEnd(one);
        assertTrue(Files.exists(root.resolve("bin/hello")));
    }

    @Test
    void sourceInJournal_isWrittenBeforeTheSwitch() throws Exception {
        journal(new Journal.Entry.Activating(two, true, Optional.empty(), source("another mirror")));
        place(TWO);
        app.installer.activated = () -> assertEquals(Optional.of("another mirror"), app.source());
        recoverTwice("finished the interrupted switch to hello 2.0.0");
        assertEnd(two);
        assertEquals(Optional.of("another mirror"), app.source());
    }

    @Test
    void unfinishableSwitch_keepsTheFormerSource() throws Exception {
        journal(new Journal.Entry.Activating(two, true, Optional.empty(), source("another mirror")));
        place(TWO);
        app.installer.refusal = new IOException("disk full");
        app.recover();
        assertEnd(one);
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void unfinishableSwitch_restoresTheSourceThatWasReplaced() throws Exception {
        journalWithWrittenSource();
        place(TWO);
        Files.writeString(root.resolve("bin/hello"), "a foreign file");
        app.recover();
        assertTrue(app.notices.getFirst().startsWith("abandoned the interrupted switch to 2.0.0: "));
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void switchToAMissingVersion_restoresTheSourceThatWasReplaced() throws Exception {
        journalWithWrittenSource();
        recoverTwice("abandoned the interrupted switch to 2.0.0: its folder is missing");
        assertEnd(one);
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void damagedSourceInJournal_isADamagedJournal() throws Exception {
        journal(new Journal.Entry.Activating(
                two, true, Optional.empty(), Optional.of(JsonObject.of(Map.of("plaice", "x")))));
        place(TWO);
        recoverTwice(
                "ignored the damaged journal " + app.home.journal() + ": source.place is missing",
                "removed leftovers of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void recordedSwitch_getsItsMissingCommand() throws Exception {
        Files.delete(root.resolve("bin/hello"));
        journal(new Journal.Entry.Activated(one, Optional.empty()));
        recoverTwice("finished the interrupted switch to hello 1.0.0");
        assertEquals(List.of("hello"), app.commands());
    }

    private void journalWithWrittenSource() throws Exception {
        SourceRecord another = app.source("another mirror");
        journal(new Journal.Entry.Activating(
                two, true, Optional.empty(), Optional.of(JsonObject.of(another.members()))));
        another.write();
    }

    private static Optional<JsonObject> source(String place) {
        return Optional.of(JsonObject.of(Map.of("place", place)));
    }

    @Test
    void completedSwitch_isRecorded() throws Exception {
        journal(new Journal.Entry.Activating(two, false, Optional.empty(), Optional.empty()));
        place(TWO);
        app.installer.activate(app.home.data(), "2.0.0");
        recoverTwice("finished the interrupted switch to hello 2.0.0");
        assertEnd(two);
    }

    @Test
    void journalledSwitch_isRecorded() throws Exception {
        journal(new Journal.Entry.Activated(two, Optional.empty()));
        place(TWO);
        app.installer.activate(app.home.data(), "2.0.0");
        recoverTwice("finished the interrupted switch to hello 2.0.0");
        assertEnd(two);
    }

    @Test
    void pointerMovedByUser_isKept() throws Exception {
        journal(new Journal.Entry.Activated(two, Optional.empty()));
        place(TWO);
        recoverTwice();
        assertEnd(one);
    }

    @Test
    void halfDeletedVersion_isRemoved() throws Exception {
        place(TWO);
        Files.delete(app.file(TWO, "lib/data"));
        recoverTwice("removed leftovers of hello 2.0.0");
        assertEnd(one);
    }

    @Test
    void damagedJournal_isIgnored() throws Exception {
        place(TWO);
        app.installer.activate(app.home.data(), "2.0.0");
        place(THREE);
        Files.writeString(app.home.journal(), "{\"schema\":1,\"step\":\"actiwating\"}");
        app.recover();
        assertTrue(app.notices.getFirst().startsWith("ignored the damaged journal "), app.notices.getFirst());
        Receipt receipt = app.receipt();
        assertEquals(List.of(TWO, Optional.of(ONE)), List.of(receipt.current(), receipt.previous()));
        assertEquals(List.of(ONE, TWO), app.home.versions());
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void temporaryFilesOfKilledWrites_areRemoved() throws Exception {
        List<Path> left = new ArrayList<>();
        for (Path file : app.home.records()) {
            left.add(Files.writeString(file.resolveSibling(file.getFileName() + ".12345.tmp"), "{"));
        }
        Path other = Files.writeString(app.home.state().resolve("schedule.toml.12345.tmp"), "somebody else's");
        recoverTwice();
        assertTrue(left.stream().noneMatch(Files::exists), left::toString);
        assertTrue(Files.exists(other));
    }

    @Test
    void pointerWithoutReceipt_isNotCleaned() throws Exception {
        place(TWO);
        Files.delete(app.home.receipt());
        recoverTwice();
        assertEquals(List.of(ONE, TWO), app.home.versions());
    }

    @Test
    void foreignFolders_areNotCleaned() throws Exception {
        Path notes = Files.createDirectories(app.home.versionsFolder().resolve("my notes"));
        recoverTwice();
        assertTrue(Files.exists(notes));
    }

    @Test
    void unreadableReceipt_stopsRecoveryBeforeDeletions() throws Exception {
        place(TWO);
        Files.writeString(app.home.receipt(), "{");
        assertThrows(InstallException.class, app::recover);
        assertEquals(List.of(ONE, TWO), app.home.versions());
    }

    @Test
    void invalidPointer_stopsRecoveryBeforeDeletions() throws Exception {
        place(TWO);
        Files.writeString(app.home.data().resolve("current"), "../../elsewhere");
        InstallException refused = assertThrows(InstallException.class, app::recover);
        assertTrue(refused.getMessage().startsWith("cannot tell which version of hello is current: "));
        assertEquals(List.of(ONE, TWO), app.home.versions());
    }

    private void journal(Journal.Entry entry) throws CcoException {
        new Journal(app.home).write(entry);
    }

    private void place(Version version) throws CcoException, IOException {
        InstallCandidate candidate = TestHome.stage(app.home.newStaging(), version, "hello", version.toString());
        new VersionStore(app.home).place(candidate, Optional.of(ONE));
        Files.delete(app.home.stagingFolder());
    }

    private void recoverTwice(String... notices) throws CcoException {
        app.recover();
        assertEquals(List.of(notices), app.notices);
        app.recover();
        assertEquals(List.of(notices), app.notices, "the second time there is nothing left to do");
    }

    private void assertEnd(Receipt receipt) throws CcoException, IOException {
        assertEquals(receipt, app.receipt());
        assertEquals(Optional.of(receipt.current().toString()), app.current());
        assertEquals(receipt.installed().stream().map(InstalledVersion::version).toList(), app.home.versions());
        assertFalse(Files.exists(app.home.journal()));
        assertFalse(Files.exists(app.home.stagingFolder()));
        for (Version version : List.of(ONE, TWO)) {
            assertEquals(receipt.find(version).isPresent(), Files.exists(app.home.fileList(version)));
        }
    }
}
