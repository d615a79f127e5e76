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
        "help, HelpCommand",
        "help release pack, HelpCommand",
        "install --help, HelpCommand",
        "'', HelpCommand",
        "-h, HelpCommand",
        "--json, HelpCommand"
    })
    void words_findTheirCommand(String words, String command) throws UsageException {
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
        assertEquals(new OutputMode.Flags(true, false, true, true), globals.wishes());
        assertEquals(Optional.of(Path.of("/c")), globals.config());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updaet | unknown command: updaet | did you mean cco update? cco help lists all commands",
                "verzions | unknown command: verzions | did you mean cco versions? cco help lists all commands",
                "xyz | unknown command: xyz | cco help lists all commands",
                "release pakc | unknown command: release pakc | did you mean cco release pack? cco help lists all commands",
                "mirror | mirror needs a command: serve | cco help mirror tells how to use it",
                "help updat | unknown command: updat | did you mean cco update? cco help lists all commands",
                "list --chanel x | unknown option: --chanel | cco help list tells how to use it",
                "update --chanel x | unknown option: --chanel | did you mean --channel? cco help update tells how to use it",
                "update --roll | unknown option: --roll | did you mean --rollback? cco help update tells how to use it",
                "--jsno | unknown option: --jsno | did you mean --json? cco help tells how to use it",
                "--jsno list | unknown option: --jsno | did you mean --json? cco help list tells how to use it",
                "update --channel | --channel needs a value | cco help update tells how to use it",
                "update --channel= | --channel needs a value | cco help update tells how to use it",
                "update --channel -- | --channel needs a value | cco help update tells how to use it",
                "update --check=yes | --check takes no value | cco help update tells how to use it",
                "update --channel a --channel b | --channel is given twice | cco help update tells how to use it",
                "update --version 1.x | --version: expected a version such as 1.2.0, not 1.x "
                        + "| cco help update tells how to use it",
                "update --channel A! | --channel: expected a channel's name such as stable, not A! "
                        + "| cco help update tells how to use it",
                "update Hello | APP: expected an app's name, not Hello | cco help update tells how to use it",
                "update a b | unexpected argument: b | cco help update tells how to use it",
                "mirror serve | DIR is missing | cco help mirror serve tells how to use it",
                "mirror serve d --port x | --port: expected a whole number, not x | cco help mirror serve tells how to use it",
                "mirror serve d --port 65536 | --port: expected a number from 0 to 65535, not 65536 "
                        + "| cco help mirror serve tells how to use it",
                "release pack f --app a | --version is missing | cco help release pack tells how to use it",
                "config | one of set, get, unset, show, path is missing | cco help config tells how to use it",
                "config gte x | expected one of set, get, unset, show, path, not gte; did you mean get? "
                        + "| cco help config tells how to use it",
                "config set a.b | VALUE is missing | cco help config tells how to use it",
                "config path x | unexpected argument: x | cco help config tells how to use it",
                "list -q -v | --quiet and --verbose exclude each other | cco help list tells how to use it",
                "--config | --config needs a value | cco help tells how to use it"
            })
    void mistakes_areTold(String words, String message, String hint) {
        UsageException refused = assertThrows(UsageException.class, () -> parse(words));
        assertEquals(message, refused.getMessage());
        assertEquals(hint, refused.hint());
    }

    @Test
    void aWordOfNothing_isTold() {
        UsageException refused = assertThrows(UsageException.class, () -> CommandLine.parse(List.of("update", "")));
        assertEquals("APP is empty", refused.getMessage());
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
    void contradictions_areRefused(String options) {
        UsageException refused = assertThrows(UsageException.class, () -> parse("update " + options));
        assertTrue(refused.getMessage().endsWith(" exclude each other"), refused.getMessage());
    }

    @Test
    void words_arriveAsTheyWereTyped() throws CcoException {
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
    void afterTwoDashes_nothingIsAnOption() throws UsageException {
        Arguments arguments = OptionParser.parse("x", List.of("-", "--", "--json", "--"), new GlobalOptions());
        for (String expected : List.of("-", "--json", "--")) {
            assertEquals(expected, arguments.required("X", String.class));
        }
        arguments.end();
    }
}
