package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.json.JsonObject;
import cco.core.model.Quarantined;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that test themselves after the switch. */
class ProbationTest {

    private static final String FAILURE = "hello 2.0.0 exits with 1 when called with '";

    @TempDir
    private Path root;

    private TestHome app;
    private Path obstacle;

    @BeforeEach
    void app() throws Exception {
        app = new TestHome(root);
        obstacle = root.resolve("obstacle");
    }

    @Test
    void versionThatWorks_stays() throws Exception {
        app.install(ONE);
        assertEquals(TWO, app.installTested(TWO, obstacle).current());
        assertEquals(List.of(), app.notices);
        assertEquals(List.of(obstacle.toString()), app.receipt().programs().healthArguments());
    }

    @Test
    void versionThatDoesNotWork_givesWayToTheOneBefore() throws Exception {
        Receipt before = app.installWithCommands(ONE, "admin");
        Files.createFile(obstacle);
        InstallException failed =
                assertThrows(InstallException.class, () -> app.installTested(TWO, obstacle, "wizard"));
        assertTrue(failed.getMessage().startsWith("went back to 1.0.0: " + FAILURE), failed.getMessage());
        assertTrue(failed.hint().startsWith("cco does not install 2.0.0 again"), failed.hint());
        assertEquals(before, app.receipt());
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(List.of(ONE), app.home.versions());
        assertEquals(List.of("admin", "hello"), app.commands());
        Quarantined entry = new QuarantineFile(app.home).read().get(TWO);
        assertEquals(new Sha256("ab".repeat(32)), entry.sha256());
        assertEquals(TestHome.NOW, entry.since());
    }

    @Test
    void versionFromAnotherSource_takesItsSourceBack() throws Exception {
        app.install(ONE);
        Files.createFile(obstacle);
        assertThrows(InstallException.class, () -> app.installTestedFrom("another mirror", TWO, obstacle));
        assertEquals(ONE, app.receipt().current());
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void wayBackThatFails_keepsTheSourceOfTheVersion() throws Exception {
        app.install(ONE);
        Files.createFile(obstacle);
        app.installer.activated = () -> app.installer.refusal = new IOException("disk full");
        assertThrows(InstallException.class, () -> app.installTestedFrom("another mirror", TWO, obstacle));
        assertEquals(Optional.of("another mirror"), app.source());
        app.installer.refusal = null;
        app.recover();
        assertEquals(ONE, app.receipt().current());
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void firstVersionThatDoesNotWork_isANotice() throws Exception {
        Files.createFile(obstacle);
        assertEquals(ONE, app.installTested(ONE, obstacle).current());
        assertEquals(1, app.notices.size());
        assertTrue(app.notices.getFirst().startsWith("hello 1.0.0 is current, but exits with 1 "));
        assertFalse(new QuarantineFile(app.home).read().containsKey(ONE));
    }

    @Test
    void versionBeforeThatCannotBeRestored_isNamedAsWell() throws Exception {
        app.install(ONE);
        Files.createFile(obstacle);
        app.installer.activated = () -> app.installer.refusal = new IOException("disk full");
        InstallException failed = assertThrows(InstallException.class, () -> app.installTested(TWO, obstacle));
        assertTrue(failed.getMessage().startsWith(FAILURE), failed.getMessage());
        assertTrue(
                failed.getMessage()
                        .endsWith(", and cco cannot go back to 1.0.0: cannot switch hello to 1.0.0: disk full"),
                failed.getMessage());
        assertTrue(failed.hint().endsWith(", then run `cco update hello` to go back"), failed.hint());
        assertEquals(TWO, app.receipt().current());
        app.installer.refusal = null;
        app.recover();
        assertEquals(List.of("finished the interrupted switch to hello 1.0.0"), app.notices);
        assertEquals(ONE, app.receipt().current());
        assertEquals(List.of(ONE), app.home.versions());
    }

    @Test
    void journalOfTheWayBackThatCannotBeWritten_nextRunTestsAgain() throws Exception {
        app.install(ONE);
        Files.createFile(obstacle);
        Path aside = root.resolve("aside");
        app.installer.activated = () -> {
            Files.move(app.home.journal(), aside);
            Files.createDirectories(app.home.journal().resolve("inside"));
            app.installer.activated = () -> {};
        };
        assertThrows(InstallException.class, () -> app.installTested(TWO, obstacle));
        Files.delete(app.home.journal().resolve("inside"));
        Files.delete(app.home.journal());
        Files.move(aside, app.home.journal());
        app.recover();
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(List.of(ONE), app.home.versions());
    }

    @Test
    void killedBeforeTheTest_nextRunGoesBack() throws Exception {
        Receipt before = app.install(ONE);
        Receipt two = app.installTested(TWO, obstacle);
        Files.createFile(obstacle);
        new Journal(app.home).write(new Journal.Entry.Activated(two, Optional.of(before)));
        app.recover();
        assertEquals("finished the interrupted switch to hello 2.0.0", app.notices.getFirst());
        assertTrue(app.notices.get(1).startsWith("went back to 1.0.0: " + FAILURE), app.notices.get(1));
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(ONE, app.receipt().current());
        assertTrue(new QuarantineFile(app.home).read().containsKey(TWO));
        app.recover();
        assertEquals(2, app.notices.size(), "cco reports it once");
    }

    @Test
    void killedBeforeTheTest_nextRunTakesTheSourceBack() throws Exception {
        Receipt before = app.install(ONE);
        Optional<JsonObject> source =
                Optional.of(JsonObject.of(app.source("another mirror").members()));
        Receipt two = app.installTestedFrom("another mirror", TWO, obstacle);
        Files.createFile(obstacle);
        new Journal(app.home).write(new Journal.Entry.Activated(two, Optional.of(before), source, Optional.empty()));
        app.recover();
        assertEquals(ONE, app.receipt().current());
        assertEquals(Optional.of("mirror"), app.source());
    }

    @Test
    void killedBeforeTheTest_nextRunConfirms() throws Exception {
        Receipt before = app.install(ONE);
        Receipt two = app.installTested(TWO, obstacle);
        new Journal(app.home).write(new Journal.Entry.Activated(two, Optional.of(before)));
        app.recover();
        assertEquals(List.of("finished the interrupted switch to hello 2.0.0"), app.notices);
        assertEquals(two, app.receipt());
        assertFalse(Files.exists(app.home.journal()));
    }
}
