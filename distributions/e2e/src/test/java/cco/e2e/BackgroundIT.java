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

/** A cco that looks after itself while it is used, and after others when a timer calls it. */
@Timeout(240)
class BackgroundIT {

    private static final String NEWER = "99.0.0";

    @TempDir
    static Path folder;

    private static FaultyServer server;
    private static Machine machine;
    private static Path program;
    private static Kept cco;

    @BeforeAll
    static void anInstalledCco_hasANewerRelease() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "cco");
        publisher.add(Machine.VERSION, Machine.BUNDLE).exits(0);
        server = FaultyServer.serving(publisher.repository());
        machine = new Machine(folder.resolve("machine"));
        machine.cco("install", "cco", "--from", server.address().toString(), "--trust", "sha256")
                .exits(0);
        program = machine.home().resolve("bin/cco");
        machine = new Machine(folder.resolve("machine"), program);
        cco = Kept.of(machine, "cco");
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
    void aDueCheck_isMadeBehindTheCommandsBack_andToldOnce() throws IOException {
        cco.due();
        assertFalse(onATerminal(machine, "list").contains(NEWER));
        cco.says("finding = \"cco " + NEWER + " is available");
        String told = onATerminal(machine, "list");
        assertTrue(told.contains("cco " + NEWER + " is available (" + Machine.VERSION + " is installed)"), told);
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
    void nobodyIsBothered_whoDoesNotWantIt(String arguments, String variable, String value) throws IOException {
        Machine user = new Machine(folder.resolve("machine"), program);
        if (!variable.isEmpty()) {
            user.with(variable, value);
        }
        String before = cco.due().telling("do not tell").text();
        assertFalse(onATerminal(user, arguments).contains("do not tell"));
        assertEquals(before, cco.text(), "neither told nor checked");
    }

    @Test
    void aPipe_isNotWrittenTo_andStartsNothing() throws IOException {
        String before = cco.due().telling("do not tell").text();
        Run run = machine.cco("list").exits(0);
        assertEquals("", run.err());
        assertEquals(before, cco.text());
    }

    @ParameterizedTest
    @CsvSource({"enabled, false", "notify_on_update, false"})
    @Changes({"updates.enabled", "updates.notify_on_update"})
    void theConfiguration_canForbidIt(String key, String value) throws IOException {
        machine.cco("config", "set", "updates." + key, value).exits(0);
        cco.due().telling("do not tell");
        assertFalse(onATerminal(machine, "list").contains("do not tell"));
        machine.cco("config", "unset", "updates." + key).exits(0);
        if (key.equals("enabled")) {
            assertTrue(cco.text().contains("failures = 0"), cco.text());
        } else {
            cco.says("finding = \"cco " + NEWER); // The check's last word: no other test meets it.
        }
    }

    @Test
    void aKilledCheck_leavesAllWell_andIsTriedAgainLater() throws IOException {
        server.fail("version-manifest.json", Faults.STALLED_HALFWAY);
        cco.due();
        int before = server.requests().size();
        onATerminal(machine, "list");
        onATerminal(machine, "list");
        assertTrue(Machine.comesTrue(() -> server.requests().size() > before));
        assertEquals(1, cco.checks(machine).size());
        cco.checks(machine).forEach(ProcessHandle::destroyForcibly);
        server.heal();
        assertEquals(before + 1, server.requests().size(), "it is not tried again at once");
        cco.due();
        onATerminal(machine, "list");
        cco.says("finding = \"cco " + NEWER);
        assertTrue(cco.text().contains("failures = 0"), cco.text());
    }

    @Test
    void aTimer_keepsOtherApps_withoutAWord() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("hello"), "hello").release("1.0.0");
        String repository = publisher.repository().toString();
        machine.cco("install", "hello", "--from", repository, "--trust", "sha256")
                .exits(0);
        publisher.release("1.1.0");
        machine.cco("config", "set", "apps.hello.updates.auto_install", "true").exits(0);
        machine.cco("update", "--background").exits(0);
        machine.installed("hello").prints("hello from 1.0.0");
        Kept.of(machine, "hello").due();
        Run run = machine.cco("update", "--background", "hello").exits(0);
        assertEquals("", run.out() + run.err());
        machine.installed("hello").prints("hello from 1.1.0");
        Kept.of(machine, "hello").says("news = \"hello was updated from 1.0.0 to 1.1.0 in the background");
    }

    @Test
    void aTimer_goesOn_whenAnAppFails() throws IOException {
        Machine user = new Machine(folder.resolve("many apps"), program);
        for (String app : List.of("first", "second", "third")) {
            Publisher publisher = new Publisher(folder.resolve(app), app).release("1.0.0");
            String repository = publisher.repository().toString();
            user.cco("install", app, "--from", repository, "--trust", "sha256").exits(0);
            publisher.release("1.1.0");
            Kept.of(user, app).due();
        }
        Path manifest = folder.resolve("first/repository/version-manifest.json");
        Files.writeString(manifest, "{");
        Files.writeString(user.app("second").resolve("receipt.json"), "{");
        assertEquals("", user.cco("update", "--background").exits(0).err());
        Kept.of(user, "third").says("finding = \"third 1.1.0 is available");
        assertTrue(Kept.of(user, "first").text().contains("failures = 1"));
    }

    @Test
    void theTimersFiles_areValid() throws IOException {
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

    /** A machine without the tool cannot tell. */
    private static void tool(String name, String command) throws IOException {
        if (machine.run(List.of("sh", "-c", "command -v " + name)).exit() == 0) {
            machine.run(List.of("sh", "-c", command)).exits(0);
        }
    }
}
