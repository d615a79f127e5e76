package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Background checks, started by a command on a terminal or by a timer. */
@Timeout(240)
class BackgroundIT {

    private static final String NEWER = "99.0.0";

    @TempDir
    static Path folder;

    private static FaultyServer server;
    private static Machine machine;
    private static Path program;
    private static StoredSchedule cco;

    @BeforeAll
    static void installCcoAndReleaseNewer() throws IOException {
        Publisher publisher = Publisher.ofCco(folder.resolve("publisher"));
        server = FaultyServer.serving(publisher.repository());
        machine = new Machine(folder.resolve("machine"));
        InstalledCco.copyTo(machine.home());
        Files.writeString(machine.home().resolve("config/config.toml"), """
                [updates]
                source = "mirror"
                [sources.mirror]
                urls = ["%s"]
                trust = "sha256"
                """.formatted(server.address()));
        program = machine.home().resolve("bin/cco");
        machine = new Machine(folder.resolve("machine"), program);
        cco = StoredSchedule.of(machine, "cco");
        publisher.release(NEWER);
    }

    @AfterAll
    static void closeServer() throws IOException {
        server.close();
    }

    private static String onATerminal(Machine user, String arguments) throws IOException {
        try (Terminal terminal = new Terminal(user, program, 120, arguments)) {
            return terminal.exits(0).written();
        }
    }

    @Test
    void dueCheck_runsInBackground_noticeIsShownOnce() throws IOException {
        cco.makeDue();
        assertFalse(onATerminal(machine, "list").contains(NEWER));
        cco.awaitText("finding = \"cco " + NEWER + " is available");
        String shown = onATerminal(machine, "list");
        assertTrue(shown.contains("cco " + NEWER + " is available (" + Machine.VERSION + " is installed)"), shown);
        assertFalse(onATerminal(machine, "list").contains(NEWER));
        machine.cco("config", "get", "updates.schedule.last_check").exits(0).prints("T");
        machine.cco("config", "show").exits(0).prints("updates.schedule.last_update");
    }

    @ParameterizedTest
    @CsvSource({
        "list --json, '', ''",
        "list --quiet, '', ''",
        "list | cat, '', ''",
        "list, CI, true",
        "list, NO_UPDATE_NOTIFIER, 1",
        "--version, '', ''"
    })
    void optOut_neitherChecksNorShowsNotices(String arguments, String variable, String value) throws IOException {
        Machine user = new Machine(folder.resolve("machine"), program);
        if (!variable.isEmpty()) {
            user.with(variable, value);
        }
        String before = cco.makeDue().addNotice("must not be shown").text();
        assertFalse(onATerminal(user, arguments).contains("must not be shown"));
        assertEquals(before, cco.text(), "neither shown nor checked");
    }

    @Test
    void pipe_neitherChecksNorShowsNotices() throws IOException {
        String before = cco.makeDue().addNotice("must not be shown").text();
        Run run = machine.cco("list").exits(0);
        assertEquals("", run.err());
        assertEquals(before, cco.text());
    }

    @ParameterizedTest
    @CsvSource({"enabled, false", "notify_on_update, false"})
    @TestsSettings({"updates.enabled", "updates.notify_on_update"})
    void disabledInConfiguration_neitherChecksNorShowsNotices(String key, String value) throws IOException {
        machine.cco("config", "set", "updates." + key, value).exits(0);
        cco.makeDue().addNotice("must not be shown");
        assertFalse(onATerminal(machine, "list").contains("must not be shown"));
        machine.cco("config", "unset", "updates." + key).exits(0);
        if (key.equals("enabled")) {
            assertTrue(cco.text().contains("failures = 0"), cco.text());
        } else {
            cco.awaitText("finding = \"cco " + NEWER); // The check ends here, so no other test meets it.
        }
    }

    @Test
    void killedCheck_isRetriedLater() throws IOException {
        server.fail("version-manifest.json", Faults.STALLED_HALFWAY);
        cco.makeDue();
        int before = server.requests().size();
        onATerminal(machine, "list");
        onATerminal(machine, "list");
        assertTrue(Machine.waitFor(() -> server.requests().size() > before));
        assertEquals(1, cco.backgroundProcesses(machine).size());
        cco.backgroundProcesses(machine).forEach(ProcessHandle::destroyForcibly);
        server.heal();
        assertEquals(before + 1, server.requests().size(), "it is not tried again at once");
        cco.makeDue();
        onATerminal(machine, "list");
        cco.awaitText("finding = \"cco " + NEWER);
        assertTrue(cco.text().contains("failures = 0"), cco.text());
    }

    @Test
    void timer_updatesOtherApps_silently() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("hello"), "hello").release("1.0.0");
        String repository = publisher.repository().toString();
        machine.install("hello", List.of(repository));
        publisher.release("1.1.0");
        machine.cco("config", "set", "apps.hello.updates.auto_install", "true").exits(0);
        machine.cco("update", "--background").exits(0);
        machine.installed("hello").prints("hello from 1.0.0");
        StoredSchedule.of(machine, "hello").makeDue();
        Run run = machine.cco("update", "--background", "hello").exits(0);
        assertEquals("", run.out() + run.err());
        machine.installed("hello").prints("hello from 1.1.0");
        StoredSchedule.of(machine, "hello")
                .awaitText("news = \"hello was updated from 1.0.0 to 1.1.0 in the background");
    }

    @Test
    void findingAboutAnotherApp_isShownOnce_byAnyCommand() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("other"), "other").release("1.0.0");
        machine.install("other", List.of(publisher.repository().toString()));
        publisher.release("1.1.0", "--critical");
        StoredSchedule other = StoredSchedule.of(machine, "other").makeDue();
        machine.cco("update", "--background", "other").exits(0);
        String finding = "other 1.1.0 is critical: the publisher asks you to update now";
        other.awaitText(finding);
        assertTrue(onATerminal(machine, "list").contains(finding));
        assertFalse(onATerminal(machine, "doctor").contains(finding), "shown once");
        other.makeDue().addNotice("other failed");
        assertTrue(onATerminal(machine, "doctor").contains("other failed"));
        assertFalse(onATerminal(machine, "list").contains("other failed"), "shown once");
    }

    @Test
    void timer_appThatFails_doesNotStopOthers() throws IOException {
        Machine user = new Machine(folder.resolve("many apps"), program);
        for (String app : List.of("first", "second", "third")) {
            Publisher publisher = new Publisher(folder.resolve(app), app).release("1.0.0");
            String repository = publisher.repository().toString();
            user.install(app, List.of(repository));
            publisher.release("1.1.0");
            StoredSchedule.of(user, app).makeDue();
        }
        Path manifest = folder.resolve("first/repository/version-manifest.json");
        Files.writeString(manifest, "{");
        Files.writeString(user.app("second").resolve("receipt.json"), "{");
        assertEquals("", user.cco("update", "--background").exits(0).err());
        StoredSchedule.of(user, "third").awaitText("finding = \"third 1.1.0 is available");
        assertTrue(StoredSchedule.of(user, "first").text().contains("failures = 1"));
    }

    @Test
    void timerFiles_areValid() throws IOException {
        Path share = Machine.BUNDLE.resolve("share");
        for (String unit : List.of("cco-update.service", "cco-update.timer")) {
            assertTrue(Files.isRegularFile(share.resolve("systemd").resolve(unit)));
        }
        Path bin = Files.createDirectories(folder.resolve("machine/.local/bin"));
        Files.createSymbolicLink(bin.resolve("cco"), program);
        machine.with("XDG_RUNTIME_DIR", folder.toString());
        tool("systemd-analyze", "systemd-analyze --user verify '" + share + "'/systemd/*");
        tool(
                "python3",
                "python3 -c 'import plistlib, sys; plistlib.load(open(sys.argv[1], \"rb\"))' '" + share
                        + "/launchd/cco.update.plist'");
    }

    /** Skips the check where the tool is not installed. */
    private static void tool(String name, String command) throws IOException {
        if (machine.run(List.of("sh", "-c", "command -v " + name)).exit() == 0) {
            machine.run(List.of("sh", "-c", command)).exits(0);
        }
    }
}
