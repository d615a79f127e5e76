package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.config.ConfigFile;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.install.AppHome;
import cco.core.install.AppLock;
import cco.core.model.HistoryEntry;
import cco.core.model.Hold;
import cco.core.model.Version;
import cco.core.plan.Target;
import cco.core.session.ManifestLoader;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions that stay because the user chose them, and versions that are not tried again because they do not start. */
class HeldVersionsTest {

    @TempDir
    Path folder;

    private EngineLab lab;

    @BeforeEach
    void installTwoVersions() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        lab.install(HELLO);
        lab.publish("1.1.0");
    }

    private Updater updater() {
        return lab.updater(Optional.empty());
    }

    private static Target exactly(String version) {
        return new Target.Exactly(Version.of(version));
    }

    private Optional<Hold> hold() throws CcoException {
        return updater().installed(HELLO).hold();
    }

    private void checkInBackground() throws CcoException {
        ConfigFile.load(lab.dirs, lab.env(), _ -> Optional.empty())
                .set(KeyPath.parse("apps.hello.updates.auto_install"), "true");
        lab.check(Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void rollback_holdsAgainstTheBackground() throws CcoException, IOException {
        lab.update(Consent.ALWAYS);
        updater().rollback(HELLO);
        checkInBackground();
        assertEquals("1.0.0", lab.current());
        assertEquals(Hold.Cause.ROLLBACK, hold().orElseThrow().cause());
        UpdateOutcome.HeldBack held = assertInstanceOf(UpdateOutcome.HeldBack.class, lab.update(Consent.ALWAYS));
        assertTrue(held.reason().contains("run `cco unhold hello`"), held.reason());
    }

    @Test
    void namedVersion_holdsUntilUnhold() throws CcoException, IOException {
        lab.update(Consent.ALWAYS);
        lab.publish("1.2.0");
        lab.update(exactly("1.0.0"), false, Consent.ALWAYS);
        checkInBackground();
        assertEquals("1.0.0", lab.current());
        assertTrue(updater().unhold(HELLO));
        assertFalse(updater().unhold(HELLO));
        checkInBackground();
        assertEquals("1.2.0", lab.current());
    }

    @Test
    void startOfAHold_saysHowToEndIt() throws CcoException {
        lab.update(Consent.ALWAYS);
        assertEquals(List.of(), holdNotices(), "no version was named");
        updater().rollback(HELLO);
        lab.update(exactly("1.1.0"), false, Consent.ALWAYS);
        updater().install(lab.request(HELLO, Optional.of(Version.of("1.0.0"))));
        assertEquals(
                List.of(
                        "hello stays at 1.0.0 until you run `cco unhold hello`",
                        "hello stays at 1.1.0 until you run `cco unhold hello`",
                        "hello stays at 1.0.0 until you run `cco unhold hello`"),
                holdNotices());
    }

    private List<String> holdNotices() {
        return lab.notices.stream().filter(notice -> notice.contains("unhold")).toList();
    }

    @Test
    void installOfAVersion_holds() throws CcoException, IOException {
        updater().install(lab.request(HELLO, Optional.of(Version.of("1.0.0"))));
        assertEquals(Hold.Cause.VERSION, hold().orElseThrow().cause());
        lab.install(HELLO);
        assertEquals("1.0.0", lab.current(), "installing again repairs the held version");
    }

    @Test
    void installOfAnOlderVersion_saysThatItGoesBack() throws CcoException {
        lab.update(Consent.ALWAYS);
        updater().install(lab.request(HELLO, Optional.of(Version.of("1.0.0"))));
        assertTrue(lab.notices.contains("going back from hello 1.1.0 to 1.0.0"), lab.notices.toString());
    }

    @Test
    void holdOfTheUser_keepsTheCurrentVersion() throws CcoException, IOException {
        assertEquals(Version.of("1.0.0"), updater().hold(HELLO));
        checkInBackground();
        assertEquals("1.0.0", lab.current());
        assertEquals(Hold.Cause.REQUEST, hold().orElseThrow().cause());
    }

    /** As after a rollback to a cco that knows no holds, which then updates. */
    @Test
    void holdOfAnotherVersion_hasEnded() throws CcoException, IOException {
        updater().hold(HELLO);
        Path file = lab.dirs.appState(HELLO).resolve("hold.json");
        String hold = Files.readString(file);
        updater().unhold(HELLO);
        lab.update(Consent.ALWAYS);
        Files.writeString(file, hold);
        assertEquals(Optional.empty(), hold());
        lab.install(HELLO);
        assertEquals("1.1.0", lab.current(), "installing again does not go back");
        lab.publish("1.2.0");
        checkInBackground();
        assertEquals("1.2.0", lab.current());
    }

    @Test
    void damagedHold_isNotIgnored() throws CcoException, IOException {
        updater().hold(HELLO);
        Files.writeString(lab.dirs.appState(HELLO).resolve("hold.json"), "{");
        assertThrows(InstallException.class, () -> lab.update(Consent.ALWAYS));
        assertTrue(updater().unhold(HELLO));
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
    }

    @Test
    void installedVersion_isSwitchedToWithoutDownload() throws CcoException, IOException {
        lab.update(Consent.ALWAYS);
        lab.spoil("1.0.0");
        lab.update(exactly("1.0.0"), false, Consent.ALWAYS);
        assertEquals("1.0.0", lab.current());
        lab.update(exactly("1.1.0"), false, Consent.ALWAYS);
        assertEquals("1.1.0", lab.current());
    }

    @Test
    void damagedInstalledVersion_isDownloadedAgain() throws CcoException, IOException {
        lab.update(Consent.ALWAYS);
        Path program = lab.home(HELLO).resolve("versions/1.0.0/hello");
        byte[] sound = Files.readAllBytes(program);
        Files.delete(program);
        Files.writeString(program, "damaged");
        lab.update(exactly("1.0.0"), false, Consent.ALWAYS);
        assertEquals(new String(sound), Files.readString(program));
    }

    @Test
    void releaseThatDoesNotStart_isTriedOnce() throws CcoException, IOException {
        lab.publishBroken("1.2.0");
        assertThrows(InstallException.class, () -> lab.update(Consent.ALWAYS));
        UpdateOutcome.Updated updated = assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals(Version.of("1.1.0"), updated.to());
        UpdateOutcome.HeldBack held = assertInstanceOf(UpdateOutcome.HeldBack.class, lab.update(Consent.ALWAYS));
        assertTrue(held.reason().startsWith("it did not work on this machine on "), held.reason());
        assertThrows(InstallException.class, () -> lab.update(exactly("1.2.0"), false, Consent.ALWAYS));
        assertEquals(
                List.of(Version.of("1.2.0")),
                updater().installed(HELLO).quarantine().stream()
                        .map(failed -> failed.version())
                        .toList());
    }

    @Test
    void history_recordsChangeAndUser() throws CcoException {
        lab.update(Consent.ALWAYS);
        updater().rollback(HELLO);
        updater().unhold(HELLO);
        checkInBackground();
        List<HistoryEntry> history = updater().history(HELLO);
        assertEquals(
                List.of("installed 1.0.0", "updated 1.1.0", "switched 1.0.0", "updated 1.1.0"),
                history.stream().map(entry -> entry.kind() + " " + entry.to()).toList());
        assertEquals("background", history.getLast().by());
        assertEquals("folder", history.getLast().source());
        assertEquals(Optional.of(Version.of("1.0.0")), history.getLast().from());
    }

    @Test
    void lockedApp_canBeCheckedAndListed() throws CcoException, IOException {
        Path memory = lab.dirs.appState(HELLO).resolve("memory.json");
        String before = Files.readString(memory);
        try (AppLock _ = AppLock.acquire(new AppHome(HELLO, lab.home(HELLO), lab.dirs.appState(HELLO)))) {
            assertInstanceOf(UpdateOutcome.Available.class, lab.update(Consent.NEVER));
            assertEquals(
                    2, updater().manifest(HELLO, Optional.empty()).versions().size());
            assertEquals(1, updater().installed().apps().size());
            assertEquals(before, Files.readString(memory));
        }
        lab.update(Consent.NEVER);
        assertFalse(before.equals(Files.readString(memory)), "a check is remembered when the lock is free");
    }

    @Test
    void lock_isFreeWhileTheUserDecides() throws CcoException, IOException {
        UpdateOutcome outcome = lab.update(change -> {
            try (AppLock _ = AppLock.acquire(new AppHome(HELLO, lab.home(HELLO), lab.dirs.appState(HELLO)))) {
                return true;
            } catch (CcoException e) {
                throw new AssertionError(e);
            }
        });
        assertInstanceOf(UpdateOutcome.Updated.class, outcome);
    }

    @Test
    void updateDuringTheQuestion_isNotRepeated() throws CcoException {
        UpdateOutcome outcome = lab.update(change -> {
            try {
                lab.update(Consent.ALWAYS);
                return true;
            } catch (CcoException e) {
                throw new AssertionError(e);
            }
        });
        assertEquals(new UpdateOutcome.UpToDate(HELLO, Version.of("1.1.0")), outcome);
    }

    @Test
    void withdrawnVersion_saysHowToLeaveIt() throws CcoException, IOException {
        lab.update(Consent.ALWAYS);
        Path manifest = lab.repository.resolve(ManifestLoader.PATH);
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"1.1.0\": {", "\"1.1.0\": { \"withdrawn\": \"it eats files\","));
        lab.update(Consent.NEVER);
        assertTrue(
                lab.notices.contains("hello 1.1.0 was withdrawn: it eats files; run `cco update hello --version 1.0.0` "
                        + "to leave it"),
                lab.notices.toString());
        lab.update(exactly("1.0.0"), false, Consent.ALWAYS);
        assertTrue(
                lab.notices.contains("hello 1.1.0 was withdrawn: it eats files"),
                "no advice to a user who leaves it: " + lab.notices);
    }
}
