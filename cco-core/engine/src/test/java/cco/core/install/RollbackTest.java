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
import cco.core.error.NotManagedException;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void twoIsCurrent() throws Exception {
        app = new TestHome(root);
        app.install(ONE);
        app.install(TWO);
    }

    @Test
    void secondRollback_returns() throws Exception {
        Receipt back = app.rollBack();
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(Optional.of(TWO), back.previous());
        assertEquals(back, app.receipt());
        Receipt forth = app.rollBack();
        assertEquals(Optional.of("2.0.0"), app.current());
        assertEquals(Optional.of(ONE), forth.previous());
        assertFalse(Files.exists(app.home.journal()));
    }

    @Test
    void rollbackToVersion_makesTheOldOnePrevious() throws Exception {
        app.install(THREE);
        Receipt receipt = rollBackTo(ONE);
        assertEquals(Optional.of("1.0.0"), app.current());
        assertEquals(Optional.of(THREE), receipt.previous());
    }

    @Test
    void rollbackToCurrentVersion_changesNothing() throws Exception {
        Receipt before = app.receipt();
        assertEquals(before, rollBackTo(TWO));
        assertEquals(before, app.receipt());
    }

    @Test
    void damagedVersion_isRefused() throws Exception {
        app.spoil(ONE, "lib/data");
        InstallException refused = assertThrows(InstallException.class, app::rollBack);
        assertEquals("hello 1.0.0 is damaged: lib/data has changed", refused.getMessage());
        assertEquals(
                "run `cco doctor hello --repair`, or `cco update hello --version 1.0.0` to install it again",
                refused.hint());
        assertEquals(Optional.of("2.0.0"), app.current());
    }

    @Test
    void severalDamages_areCounted() throws Exception {
        app.spoil(ONE, "lib/data");
        Files.delete(app.file(ONE, "hello"));
        InstallException refused = assertThrows(InstallException.class, app::rollBack);
        assertEquals("hello 1.0.0 is damaged: hello is missing, and 1 more", refused.getMessage());
    }

    @Test
    void uncheckableVersion_isRefused() throws Exception {
        Files.delete(app.home.fileList(ONE));
        InstallException refused = assertThrows(InstallException.class, app::rollBack);
        assertEquals("cannot check hello 1.0.0: its file list is missing", refused.getMessage());
    }

    @Test
    void missingVersion_isRefused_listingInstalledOnes() {
        InstallException refused = assertThrows(InstallException.class, () -> rollBackTo(THREE));
        assertEquals("hello 3.0.0 is not installed, only 1.0.0, 2.0.0", refused.getMessage());
    }

    @Test
    void onlyVersion_hasNoPreviousOne() throws Exception {
        TestHome other = new TestHome(root.resolve("other"));
        other.install(ONE);
        InstallException refused = assertThrows(InstallException.class, other::rollBack);
        assertEquals("there is no previous version of hello to go back to from 1.0.0", refused.getMessage());
    }

    @Test
    void appWithoutReceipt_isNotManaged() {
        assertThrows(NotManagedException.class, new TestHome(root.resolve("other"))::rollBack);
    }

    @Test
    void installerThatRefuses_leavesTheCurrentVersion() throws Exception {
        Receipt before = app.receipt();
        app.installer.refusal = new IOException("disk full");
        InstallException refused = assertThrows(InstallException.class, app::rollBack);
        assertTrue(refused.hint().startsWith("2.0.0 is still current"), refused.hint());
        assertEquals(Optional.of("2.0.0"), app.current());
        assertEquals(before, app.receipt());
        assertFalse(Files.exists(app.home.journal()));
    }

    private Receipt rollBackTo(Version version) throws CcoException {
        try (AppLock lock = AppLock.acquire(app.home)) {
            return new Rollback(lock, app.installer, app, InstantSource.fixed(TestHome.NOW)).to(version);
        }
    }
}
