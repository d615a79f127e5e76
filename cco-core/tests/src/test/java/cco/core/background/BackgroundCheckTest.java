package cco.core.background;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Verdict;
import cco.core.config.ConfigFile;
import cco.core.disk.DurableFiles;
import cco.core.error.CcoException;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.schedule.Notice;
import cco.core.schedule.Schedule;
import cco.core.schedule.ScheduleFile;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Background checks and the notices that they leave, with a real repository and a real installation. */
class BackgroundCheckTest {

    @TempDir
    Path folder;

    private EngineLab lab;
    private Instant now;

    @BeforeEach
    void anInstalledApp() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        lab.install(HELLO);
        now = Instant.now().plus(Duration.ofDays(1));
    }

    private ScheduleFile file() {
        return new ScheduleFile(lab.dirs.appState(HELLO));
    }

    private Schedule schedule() throws IOException {
        return file().read().orElseThrow();
    }

    private String notice() throws IOException {
        return schedule().notices().notice().map(Notice::toString).orElse("");
    }

    private void configure(String key, String value) throws CcoException {
        ConfigFile.load(lab.dirs, lab.env, _ -> Optional.empty())
                .set(KeyPath.parse("apps.hello.updates." + key), value);
    }

    private void inManifest(String text, String replacement) throws IOException {
        Path manifest = lab.repository.resolve("version-manifest.json");
        String before = Files.readString(manifest);
        assertTrue(before.contains(text), before);
        Files.writeString(manifest, before.replace(text, replacement));
    }

    @Test
    void installation_recordsCheckAndUpdate() throws IOException {
        assertTrue(schedule().timing().lastCheck().isPresent());
        assertTrue(schedule().lastUpdate().isPresent());
    }

    @Test
    void upToDateApp_hasNoNotice() throws IOException {
        lab.check(now);
        assertEquals("", notice());
        assertEquals(Optional.of(now), schedule().timing().lastCheck());
    }

    @Test
    void newRelease_isShownWithCommand() throws CcoException, IOException {
        lab.publish("1.1.0");
        lab.check(now);
        assertEquals("hello 1.1.0 is available (1.0.0 is installed); run `cco update hello` to install it", notice());
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void autoInstall_installsAndShowsNotice() throws CcoException, IOException {
        lab.publish("1.1.0");
        configure("auto_install", "true");
        lab.check(now);
        assertEquals("1.1.0", lab.current());
        assertEquals(
                "hello was updated from 1.0.0 to 1.1.0 in the background\n"
                        + "run `cco update hello --rollback` to go back to 1.0.0",
                notice());
        assertEquals(Optional.of(now), schedule().lastUpdate());
        lab.check(now.plus(Duration.ofDays(1)));
        assertTrue(notice().startsWith("hello was updated"), "news waits until it is shown");
    }

    @ParameterizedTest
    @CsvSource({
        "skip_versions, 1.1.0, false, false",
        "skip_versions, 1.1.0, true, false",
        "minimum_age, 7d, false, false",
        "minimum_age, 7d, true, true"
    })
    void heldBackRelease_isNotInstalled(String setting, String value, boolean critical, boolean installed)
            throws CcoException, IOException {
        lab.publish("1.1.0");
        inManifest("2026-01-01T00:00:00Z", now.minusSeconds(60).toString());
        inManifest("\"critical\": false", "\"critical\": " + critical);
        configure("auto_install", "true");
        configure(setting, value);
        lab.check(now);
        assertEquals(installed ? "1.1.0" : "1.0.0", lab.current(), setting);
    }

    @Test
    void withdrawnRelease_isShownToItsUsers() throws IOException {
        inManifest("\"date\"", "\"withdrawn\": \"it \\u001b[31mloses data\", \"date\"");
        lab.check(now);
        assertEquals("hello 1.0.0 was withdrawn: it [31mloses data", notice().replace("\u001b", "ESC"));
    }

    @Test
    void deprecation_isShownWithAvailableRelease() throws CcoException, IOException {
        lab.publish("1.1.0");
        inManifest("\"latest\"", "\"deprecation_notices\": {\"1.0.0\": \"please go on\"}, \"latest\"");
        inManifest("\"breaking_changes\": false", "\"breaking_changes\": true");
        inManifest("\"critical\": false", "\"critical\": true");
        lab.check(now);
        assertEquals("""
                hello 1.0.0: please go on
                hello 1.1.0 is available (1.0.0 is installed); run `cco update hello` to install it
                hello 1.1.0 is critical: the publisher asks you to update now
                hello 1.1.0 has breaking changes; read its release notes""", notice());
    }

    @Test
    void refusedUpdate_isShownAndChangesNothing() throws CcoException, IOException {
        lab.publish("1.1.0");
        lab.verdict = new Verdict.Rejected("it is not what was promised");
        configure("auto_install", "true");
        lab.check(now);
        assertTrue(notice().startsWith("the background update of hello failed: "), notice());
        assertTrue(notice().contains("it is not what was promised"), notice());
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void configurationError_isShown() throws IOException {
        Files.writeString(lab.dirs.configFile(), "updates.auto_instal = true\n");
        lab.check(now);
        assertTrue(notice().contains("did you mean updates.auto_install?"), notice());
    }

    @ParameterizedTest
    @CsvSource({"1, 30, false", "5, 1, false", "5, 30, true"})
    void silentSource_isShownAfterADelay(int failures, int days, boolean shown) throws IOException {
        DurableFiles.deleteTree(lab.repository);
        Instant later = now.plus(Duration.ofDays(days));
        for (int i = 0; i < failures; i++) {
            file().change(now, 0, schedule -> schedule.with(schedule.timing().claimed(later)));
        }
        lab.check(later);
        assertEquals(shown, notice().startsWith("could not check hello for updates since "), notice());
    }

    @Test
    void lockedApp_isNotUpdated() throws CcoException, IOException {
        lab.publish("1.1.0");
        configure("auto_install", "true");
        Schedule before = schedule();
        try (AppLock _ = AppLock.acquire(new AppHome(HELLO, lab.home(HELLO), lab.dirs.appState(HELLO)))) {
            lab.check(now);
        }
        assertEquals(before.timing(), schedule().timing());
        assertEquals("1.0.0", lab.current());
    }

    @Test
    void unmanagedApp_isNotChecked() throws IOException {
        Files.delete(lab.home(HELLO).resolve("receipt.json"));
        lab.check(now);
        assertEquals("", notice());
    }

    @Test
    void bug_isShownAndRethrown() throws CcoException, IOException {
        lab.publish("1.1.0");
        lab.verdict = null;
        configure("auto_install", "true");
        lab.check(now);
        assertFalse(notice().isEmpty());
        assertThrows(NullPointerException.class, () -> lab.check(null));
    }
}
