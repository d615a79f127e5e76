package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Screen;
import cco.cli.report.ExitCode;
import cco.core.env.Env;
import cco.core.env.Terminal;
import cco.core.json.JsonException;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {

    @TempDir
    Path home;

    private final Screen screen = new Screen();

    private ExitCode run(List<String> words) {
        Env env = new Env(Map.of("CCO_HOME", home.toString(), "os.name", "Linux"));
        return new Program(Version.of("1.2.3"), env, Terminal.NONE, screen::console).run(words);
    }

    private ExitCode run(String words) {
        return run(List.of(words.split(" ")));
    }

    @Test
    void help_goesToStandardOutput() {
        assertEquals(ExitCode.OK, run("list --help"));
        assertTrue(screen.out().startsWith("Usage: cco list [OPTIONS]\n"), screen.out());
        assertEquals("", screen.err());
    }

    @Test
    void usageError_isPrintedAsJsonOnRequest() throws JsonException {
        assertEquals(ExitCode.USAGE, run("list --bogus --json"));
        assertEquals(2, screen.events().getFirst().whole("code"));
        assertEquals("unknown option: --bogus", screen.events().getFirst().text("message"));
        assertTrue(screen.err().startsWith("cco: error: unknown option: --bogus\ncco: hint: "), screen.err());
    }

    @Test
    void crash_writesItsTraceToAFile() throws IOException {
        assertEquals(ExitCode.BUG, run(Arrays.asList("list", null)));
        Path log = home.resolve("state/crash.log");
        assertTrue(screen.err().startsWith("cco: error: internal error: cannot invoke "), screen.err());
        assertFalse(screen.err().contains("NullPointerException"), screen.err());
        assertTrue(screen.err().contains("please report this bug and attach " + log), screen.err());
        assertFalse(screen.err().contains("\tat "), screen.err());
        assertTrue(Files.readString(log).startsWith("cco 1.2.3 on "), Files.readString(log));
        assertTrue(Files.readString(log).contains("\tat cco.cli"), Files.readString(log));
    }

    @Test
    void crash_isReportedEvenIfNothingCanBeWritten() throws IOException {
        Files.writeString(home.resolve("state"), "a file where the folder should be");
        assertEquals(ExitCode.BUG, run(Arrays.asList("list", null)));
        assertTrue(screen.err().contains("saving its trace failed"), screen.err());
    }

    @Test
    void cache_isShownAndCleaned() throws IOException {
        Path blobs = Files.createDirectories(home.resolve("cache/blobs/sha256"));
        Files.write(blobs.resolve("ab".repeat(32) + ".partial"), new byte[1500]);
        Files.writeString(blobs.resolve("ab".repeat(32) + ".wanted-by.partial"), "hello");
        assertEquals(ExitCode.OK, run("cache size"));
        assertTrue(screen.out().contains("hello  1          1.5 kB\n"), screen.out());
        assertEquals(ExitCode.OK, run("cache clean"));
        assertTrue(screen.out().endsWith("deleted 1.5 kB\n"), screen.out());
        assertEquals(ExitCode.OK, run("cache size"));
        assertTrue(screen.err().endsWith("the cache is empty\n"), screen.err());
    }

    @Test
    void configSet_isReadBack() throws JsonException {
        assertEquals(ExitCode.OK, run("config set updates.channel beta"));
        assertEquals("updates.channel = \"beta\" (file)\n", screen.out());
        assertEquals(ExitCode.OK, run("config unset updates.channel -q"));
        assertEquals(ExitCode.OK, run("config get updates.channel -q"));
        assertTrue(screen.out().endsWith("(file)\nstable\n"), screen.out());
    }

    @Test
    void configShow_listsEveryKeyWithItsOrigin() {
        assertEquals(ExitCode.OK, run("config show"));
        List<String> lines = screen.out().lines().toList();
        assertTrue(lines.getFirst().matches("KEY +VALUE +FROM"), screen.out());
        for (String row : List.of("updates\\.channel +\"stable\" +default", "network\\.proxy +- +not set")) {
            assertTrue(lines.stream().anyMatch(line -> line.matches(row)), screen.out());
        }
    }

    @Test
    void configEvent_hasTypedValues() throws JsonException {
        assertEquals(ExitCode.OK, run("config get updates.keep_versions --json"));
        assertEquals(3, screen.events().getFirst().whole("value"));
        assertEquals("default", screen.events().getFirst().text("from"));
    }

    @ParameterizedTest
    @CsvSource({"config path", "--config mine.toml config path", "config path --config mine.toml"})
    void configPath_printsThePath(String words) {
        assertEquals(ExitCode.OK, run(words));
        boolean named = words.contains("mine.toml");
        Path expected = named ? Path.of("mine.toml").toAbsolutePath() : home.resolve("config/config.toml");
        assertEquals(expected + "\n", screen.out());
    }

    @ParameterizedTest
    @CsvSource({"config set updates.chanel beta", "config set updates.keep_versions many", "config get x.y"})
    void invalidSetting_isRefused(String words) {
        assertEquals(ExitCode.USAGE, run(words));
        assertFalse(Files.exists(home.resolve("config/config.toml")));
    }

    @Test
    void configAdd_addsToAList() {
        assertEquals(ExitCode.OK, run("config set updates.skip_versions 1.2.0"));
        assertEquals(ExitCode.OK, run("config add updates.skip_versions 1.3.0"));
        assertEquals(ExitCode.OK, run("config add updates.skip_versions 1.2.0"));
        assertEquals(ExitCode.OK, run("config get updates.skip_versions"));
        assertTrue(screen.out().endsWith("\n1.2.0\n1.3.0\n"), screen.out());
        assertEquals(ExitCode.USAGE, run("config add updates.channel beta"));
        assertTrue(screen.err().contains("updates.channel is not a list"), screen.err());
    }

    @Test
    void configSet_notesThatTheAppIsNotInstalled() {
        assertEquals(ExitCode.OK, run("config set apps.nosuch.updates.channel beta"));
        assertEquals("cco: note: nosuch is not installed; the setting applies once you install it\n", screen.err());
    }

    @ParameterizedTest
    @CsvSource({"update hello", "versions hello", "uninstall hello --yes", "update hello --rollback"})
    void unknownApp_isNotInstalled(String words) throws IOException {
        Files.createDirectories(home.resolve("data/apps/helo"));
        assertEquals(ExitCode.NOT_MANAGED, run(words));
        assertEquals("cco: error: hello is not installed\ncco: hint: did you mean helo?\n", screen.err());
    }

    @Test
    void completionInstall_writesTheScript() throws IOException {
        Env env = new Env(Map.of("HOME", home.toString(), "SHELL", "/usr/bin/fish", "os.name", "Linux"));
        Program program = new Program(Version.of("1.2.3"), env, Terminal.NONE, screen::console);
        assertEquals(ExitCode.OK, program.run(List.of("completion", "--install")), screen.err());
        Path file = home.resolve(".config/fish/completions/cco.fish");
        assertTrue(Files.readString(file).contains("complete -k -c cco"), screen.out());
        assertEquals("installed fish completion in " + file + "\n", screen.out());
        assertEquals(ExitCode.USAGE, program.run(List.of("completion", "--install", "ksh")));
        assertTrue(screen.err().contains("no completion for ksh"), screen.err());
    }

    @Test
    void noApps_isNotAnError() {
        assertEquals(ExitCode.OK, run("list"));
        assertEquals("cco: note: no apps are installed\n", screen.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--version, true",
        "-V, true",
        "--json --version, true",
        "-q -V, true",
        "version, true",
        "--json version, true",
        "version hello, false",
        "update --version, false",
        "update --version 1.0.0, false",
        "--json list --version, false",
        "'', false",
        "help, false"
    })
    void versionFlag_standsBeforeTheCommand(String words, boolean expected) {
        assertEquals(expected, VersionFlag.isAsked(List.of(words.split(" "))));
    }
}
