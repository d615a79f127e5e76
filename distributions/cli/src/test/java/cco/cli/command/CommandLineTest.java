package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.OutputMode;
import cco.cli.parse.Arguments;
import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static CommandLine parse(String words) throws UsageException {
        return CommandLine.parse(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "update, UpdateCommand",
        "update hello --check, UpdateCommand",
        "--json update, UpdateCommand",
        "--config /a/b update --json, UpdateCommand",
        "--config=/a/b update, UpdateCommand",
        "install hello --from /x --trust sha256, InstallCommand",
        "versions, VersionsCommand",
        "list -q, ListCommand",
        "config show, ConfigCommand",
        "config set updates.keep_versions -- -1, ConfigCommand",
        "release pack --app a --version 1.0.0 --platform linux-x86_64 --output o f, ReleasePackCommand",
        "mirror serve d --port 80, MirrorServeCommand",
        "mirror --help, HelpCommand",
        "mirror, HelpCommand",
        "release --json, HelpCommand",
        "ls, ListCommand",
        "rm hello, UninstallCommand",
        "remove hello, UninstallCommand",
        "upgrade hello, UpdateCommand",
        "help config set, HelpCommand",
        "help rm, HelpCommand",
        "help environment, HelpCommand",
        "help, HelpCommand",
        "help release pack, HelpCommand",
        "install --help, HelpCommand",
        "'', HelpCommand",
        "-h, HelpCommand",
        "--json, HelpCommand"
    })
    void words_selectTheirCommand(String words, String command) throws UsageException {
        assertEquals(command, parse(words).command().getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--json --verbose --no-color --config /c list",
                "list --json --verbose --no-color --config /c",
                "-v --json list --json --config=/c --no-color -v"
            })
    void globalOptions_mayStandAnywhere(String words) throws UsageException {
        GlobalOptions globals = parse(words).globals();
        assertEquals(new OutputMode.Flags(true, false, true, true), globals.output());
        assertEquals(Optional.of(Path.of("/c")), globals.config());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updaet | unknown command: updaet | did you mean `cco update`?",
                "verzions | unknown command: verzions | did you mean `cco versions`?",
                "outdated | unknown command: outdated | run `cco list --outdated`",
                "self-update | unknown command: self-update | run `cco update`",
                "help release nonsense | unknown command: release nonsense | run `cco help` for a list of commands",
                "--verison | unknown option: --verison | did you mean --version?",
                "-x | unknown option: -x | run `cco help` for usage",
                "mirror --port 1 | unknown option: --port | run `cco help mirror` for usage",
                "xyz | unknown command: xyz | run `cco help` for a list of commands",
                "release pakc | unknown command: release pakc | did you mean `cco release pack`?",
                "help updat | unknown command: updat | did you mean `cco update`?",
                "list --chanel x | unknown option: --chanel | run `cco help list` for usage",
                "update --chanel x | unknown option: --chanel | did you mean --channel?",
                "update --roll | unknown option: --roll | did you mean --rollback?",
                "--jsno | unknown option: --jsno | did you mean --json?",
                "--jsno list | unknown option: --jsno | did you mean --json?",
                "update --channel | --channel needs a value | run `cco help update` for usage",
                "update --channel= | --channel needs a value | run `cco help update` for usage",
                "update --channel -- | --channel needs a value | run `cco help update` for usage",
                "update --check=yes | --check does not take a value | run `cco help update` for usage",
                "update --channel a --channel b | --channel can be used only once | run `cco help update` for usage",
                "update --version 1.x | invalid value for --version: 1.x (expected a version such as 1.2.0) "
                        + "| run `cco help update` for usage",
                "update --channel A! | invalid value for --channel: A! (expected a channel name such as stable) "
                        + "| run `cco help update` for usage",
                "update Hello | invalid value for APP: Hello (expected an app name such as hello) "
                        + "| run `cco help update` for usage",
                "update a b | unexpected argument: b | run `cco help update` for usage",
                "mirror serve | missing argument: DIR | run `cco help mirror serve` for usage",
                "mirror serve d --port x | invalid value for --port: x (expected a whole number) "
                        + "| run `cco help mirror serve` for usage",
                "mirror serve d --port 65536 | invalid value for --port: 65536 (expected a number from 0 to 65535) "
                        + "| run `cco help mirror serve` for usage",
                "release pack f --app a | missing option: --version | run `cco help release pack` for usage",
                "config | missing argument: set, add, get, unset, show or path | run `cco help config` for usage",
                "config gte x | expected set, add, get, unset, show or path, but got gte | did you mean get?",
                "config set a.b | missing argument: VALUE | run `cco help config` for usage",
                "config path x | unexpected argument: x | run `cco help config` for usage",
                "list -q -v | --quiet cannot be used with --verbose | run `cco help list` for usage",
                "--config | --config needs a value | run `cco help` for usage"
            })
    void mistake_hasAMessageAndAHint(String words, String message, String hint) {
        UsageException refused = assertThrows(UsageException.class, () -> parse(words));
        assertEquals(message, refused.getMessage());
        assertEquals(hint, refused.hint());
    }

    @Test
    void emptyCommand_isRefused() {
        UsageException refused = assertThrows(UsageException.class, () -> CommandLine.parse(List.of("")));
        assertEquals("the command must not be empty", refused.getMessage());
    }

    @Test
    void emptyOperand_isRefused() {
        UsageException refused = assertThrows(UsageException.class, () -> CommandLine.parse(List.of("update", "")));
        assertEquals("APP must not be empty", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--check --install",
                "--check --yes",
                "--check --dry-run",
                "--check --rollback",
                "--dry-run --install",
                "--dry-run -y",
                "--rollback --channel x",
                "--rollback --version 1.0.0",
                "--rollback --source x",
                "--channel x --version 1.0.0"
            })
    void conflictingOptions_areRefused(String options) {
        UsageException refused = assertThrows(UsageException.class, () -> parse("update " + options));
        assertTrue(refused.getMessage().contains(" cannot be used with "), refused.getMessage());
    }

    @Test
    void values_arriveUnchanged() throws CcoException {
        for (String odd : List.of(" \"quoted\" ", "@file", "a,b", "a=b", "*")) {
            InstallCommand install = assertInstanceOf(
                    InstallCommand.class,
                    CommandLine.parse(List.of("install", "a", "--trust", "sha256", "--from", "x2://" + odd))
                            .command());
            assertEquals(
                    List.of("x2://" + odd),
                    install.request(Optional.empty()).settings().get("urls"));
            Arguments arguments = OptionParser.parse("x", List.of(odd), new GlobalOptions());
            assertEquals(odd, arguments.required("X", String.class));
        }
    }

    @Test
    void doubleDash_endsTheOptions() throws UsageException {
        Arguments arguments = OptionParser.parse("x", List.of("-", "--", "--json", "--"), new GlobalOptions());
        for (String expected : List.of("-", "--json", "--")) {
            assertEquals(expected, arguments.required("X", String.class));
        }
        arguments.end();
    }
}
