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
        assertTrue(screen.out().startsWith("Usage: cco list\n"), screen.out());
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
        assertTrue(screen.err().startsWith("cco: error: internal error: java.lang.NullPointerException"), screen.err());
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
