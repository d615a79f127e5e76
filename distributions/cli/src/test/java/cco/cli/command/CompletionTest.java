package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Screen;
import cco.cli.parse.OptionParser;
import cco.cli.report.ExitCode;
import cco.core.env.Env;
import cco.core.env.Terminal;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    @TempDir
    Path home;

    /** The candidates when the cursor stands behind these words; a blank at their end begins a new word. */
    private List<String> lines(String typed) {
        List<String> words = new ArrayList<>(List.of("completion", "--words", "--"));
        words.addAll(List.of(typed.split(" ", -1)));
        Screen screen = new Screen();
        Env env = new Env(Map.of("CCO_HOME", home.toString(), "os.name", "Linux"));
        Program program = new Program(Version.of("1.2.3"), env, Terminal.NONE, screen::console);
        assertEquals(ExitCode.OK, program.run(words));
        assertEquals("", screen.err());
        return screen.out().lines().toList();
    }

    private List<String> words(String typed) {
        return lines(typed).stream().map(line -> line.split(" ")[0]).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upd | update",
                "release r | refresh rotate-key",
                "mirror | mirror",
                "--conf | --config",
                "--config | --config",
                "update --ch | --check --channel",
                "update --check --ch | --channel",
                "-q update --rol | --rollback",
                "config s | set show",
                "config get updates.ch | updates.channel updates.check_interval",
                "config set updates.channel n | nightly",
                "config set updates.auto_install t | true",
                "update --channel=x b | ''",
                "update --channel b | beta",
                "install app --trust g | gpg",
                "release pack --platform darwin-a | darwin-arm64",
                "help release-p | ''",
                "help release p | pack promote",
                "help plugin r | remove",
                "update --channel=b | --channel=beta",
                "config set updates.check_interval w | weekly",
                "config a | add",
                "release rotate-key t | targets",
                "completion --install z | zsh",
                "help rel | release",
                "help en | environment",
                "completion f | fish",
                "nonsense x | ''",
                "release nonsense x | ''"
            })
    void candidates_fitTheContext(String typed, String expected) {
        List<String> wanted = expected.isEmpty() ? List.of() : List.of(expected.split(" "));
        assertTrue(words(typed).containsAll(wanted), words(typed).toString());
        assertTrue(wanted.isEmpty() == words(typed).isEmpty(), words(typed).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--config ", "mirror serve ", "release pack ", "install app --root ", "install app --from "})
    void fileNames_areLeftToTheShell(String typed) {
        assertEquals(List.of(":files"), lines(typed));
    }

    @Test
    void candidates_haveDescriptions() {
        assertTrue(
                lines("update --ch").contains("--check only check; exit with 100 if an update is available, else 0"));
        assertTrue(lines("").contains("list list installed apps"));
        assertTrue(lines("release p").contains("pack create a release archive from a build"));
        assertTrue(lines("config get updates.en").contains("updates.enabled check for updates in the background"));
    }

    @Test
    void brokenConfiguration_completesNothing() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/config.toml"), "[updates\n");
        assertEquals(List.of(), lines("update --channel "));
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void everyOption_hasADescription(CommandName name) {
        for (OptionParser.Option option : OptionParser.options(CommandFactory.create(name))) {
            String longest = option.names().getLast();
            assertTrue(!HelpText.about(name.words(), longest).isEmpty(), longest);
        }
    }

    @Test
    void everyCommand_hasADescription() {
        Stream.of(CommandName.values())
                .forEach(name -> assertTrue(!HelpText.about("", name.words()).isEmpty(), name.words()));
    }

    @Test
    void helpTopics_areSingleWords() {
        assertTrue(
                lines("help ").stream().noneMatch(line -> line.startsWith("release add")),
                lines("help ").toString());
    }

    @Test
    void releasePromote_completesTheVersionsOfTheRepository() throws IOException {
        Path repository = Files.createDirectories(home.resolve("repository"));
        Files.writeString(repository.resolve("version-manifest.json"), """
                {"schema": 1, "app": "hello", "serial": 2,
                 "latest": {"stable": "1.10.0", "edge": "1.9.0"}, "versions": {
                  "1.9.0": {"date": "2026-01-01T00:00:00Z", "artifacts": {}},
                  "1.10.0": {"date": "2026-01-02T00:00:00Z", "artifacts": {}}}}
                """);
        assertEquals(List.of("1.10.0", "1.9.0"), words("release promote --repository " + repository + " "));
        assertTrue(words("release promote --repository " + repository + " --channel ")
                .contains("edge"));
    }
}
