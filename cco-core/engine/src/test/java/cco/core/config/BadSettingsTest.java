package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault in the file is reported in one line, with the file, the line and the reason. */
class BadSettingsTest {

    @TempDir
    private Path directory;

    private ConfigFixture config(String text) throws IOException {
        return new ConfigFixture(directory, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled = 'yes'",
                "enabled = 1",
                "auto_install = []",
                "check_interval = 'hourly'",
                "check_interval = 'DAILY'",
                "channel = 'Stable'",
                "channel = ''",
                "channel = 3",
                "notify_on_update = 'true'",
                "verify_signatures = 0",
                "source = ''",
                "source = [1]",
                "source = ['Mirror']",
                "source = '../x'",
                "skip_versions = ['v1.0.0']",
                "skip_versions = ['1.0']",
                "skip_versions = '*'",
                "keep_versions = 0",
                "keep_versions = -3",
                "keep_versions = 101",
                "keep_versions = 2.5",
                "keep_versions = 99999999999",
                "minimum_age = 7",
                "minimum_age = '7'",
                "minimum_age = '-1d'",
                "minimum_age = '1.5d'",
                "minimum_age = '99999d'",
                "enabled = 1979-05-27T07:32:00Z",
                "enabled = { a = 1 }",
            })
    void badUpdateValue_isRefusedWithItsLine(String line) throws IOException {
        config("# mine\n[updates]\n\n" + line + "\n").assertRefused(4, "updates." + line.split(" ")[0]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "network.proxy = 'proxy.example.com:3128' | network.proxy must be the URL of an http proxy",
                "network.proxy = 'socks://h:1' | network.proxy must be the URL of an http proxy",
                "network.proxy = 'http://h/path' | network.proxy must be the URL of an http proxy",
                "network.proxy = 'http:opaque' | network.proxy must be the URL of an http proxy",
                "network.ca_file = 'ca.pem' | network.ca_file must be an absolute path",
                "network.ca_file = '~/ca.pem' | network.ca_file must be an absolute path",
                "network.timeout_seconds = 0 | a number from 1 to 3600",
                "network.timeout_seconds = '30' | a number from 1 to 3600",
                "verifiers.required = [1] | verifiers.required must be a list",
                "verifiers.required = [['sha256']] | verifiers.required must be a list",
                "telemetry.enabled = 'no' | telemetry.enabled must be true or false",
                "telemetry.endpoint = 'http://figures.example.com/' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'http://127.0.0.1.example.com/' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'https://user:secret@example.com/' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'https://example.com/?user=me' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'https://example.com/#me' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'https:///cco' | telemetry.endpoint must be an https URL",
                "telemetry.endpoint = 'file:///tmp/x' | telemetry.endpoint must be an https URL",
                "apps.hello.telemetry.enabled = true | unknown key apps.hello.telemetry.enabled",
                "sources.mirror.urls = 3 | sources.mirror.urls must be a string or a list of strings",
                "sources.mirror.trust = 'none' | sources.mirror.trust must be one of tuf, gpg, sha256",
                "sources.mirror.url = 'x' | unknown key sources.mirror.url",
                "sources.mirror = 'x' | unknown key sources.mirror",
                "updates = 3 | unknown key updates",
                "apps.hello.network.proxy = 'x' | unknown key apps.hello.network.proxy",
                "apps.cco.updates.enabled = true | unknown key apps.cco.updates.enabled",
                "apps.Hello.updates.enabled = true | unknown key apps.Hello.updates.enabled",
                "updates.source = 'mirror' | the source mirror has no table [sources.mirror]",
                "apps.hello.updates.source = 'x' | the source x has no table [apps.hello.sources.x]",
                "apps.hello.updates.source = ['a.b'] | apps.hello.updates.source must be a list of names",
                "[[updates]] | unknown key updates",
            })
    void badLine_isRefused(String line, String reason) throws IOException {
        config("\n# mine\n" + line + "\n").assertRefused(3, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "updates.chanel,updates.channel",
        "update.channel,updates.channel",
        "updates.Channel,updates.channel",
        "apps.hello.updates.sorce,apps.hello.updates.source",
        "sources.mirror.url,sources.mirror.urls",
        "sources.mirror.thrust,sources.mirror.trust",
        "network.timeout_second,network.timeout_seconds",
        "apps.cco.updates.channel,updates.channel",
    })
    void misspelledKey_getsASuggestion(String key, String meant) throws IOException {
        UsageException refusal = config(key + " = 'x'\n").assertRefused(1, "unknown key " + key);

        assertTrue(refusal.hint().contains(meant), refusal.hint());
    }

    @Test
    void unrelatedKey_getsNoSuggestion() throws IOException {
        assertEquals(
                "run `cco config show` for a list of keys",
                config("[server]\nport = 80\n")
                        .assertRefused(2, "unknown key server.port")
                        .hint());
    }

    @Test
    void unknownSourceKey_listsTheKeysOfTheSource() throws IOException {
        assertEquals(
                "the keys of this source are headers, metadata_path, password, path, targets_path, trust, username",
                config("[sources.file]\nxyz-xyz-xyz-xyz-xyz = 'x'\n")
                        .assertRefused(2, "unknown key sources.file.xyz-xyz-xyz-xyz-xyz")
                        .hint());
    }

    @Test
    void errorLine_isExact() throws IOException {
        config("""
                [apps . "hello" . updates] # [updates]
                source = ["mirror",
                    "file", # ]
                ]
                channel = '''
                stable''' # '''
                [apps.hello.sources]
                "mirror".urls = "[updates]\\"#"
                file = { path = "/srv", color = "red" }
                """).assertRefused(9, "unknown key apps.hello.sources.file.color");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = | 2",
                "a | 2",
                "= 1 | 2",
                "a = tru | 2",
                "a = \"x | 2",
                "a = 'x | 2",
                "a = [1, | 2",
                "a = {b = 1 | 2",
                "[a | 2",
                "[a]] | 2",
                "[] | 2",
                "a = 1 b = 2 | 2",
                "a = 007 | 2",
                "a = \"\\q\" | 2",
                "a = '''x | 2",
                "x = 2 | 2",
                "a = [1 2] | 2",
                "a.b = 1\\na.b = 2 | 3",
                "[a]\\nb = 1\\n[a]\\nb = 2 | 4",
            })
    void invalidToml_isRefusedWithItsLine(String text, int line) throws IOException {
        config("x = 1\n" + text.replace("\\n", "\n") + "\n\n\n").assertRefused(line, "not TOML");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a=", "[{a=", "a.", "\"\".", "'"})
    void deepNesting_isRefused(String opening) throws IOException {
        config("\nupdates." + (opening.startsWith("[") || opening.startsWith("{") ? "x = " : "")
                        + opening.repeat(50_000))
                .assertRefused(2, "");
    }

    @Test
    void deepTable_isRefused() throws IOException {
        config("[" + "a.".repeat(50_000) + "a]").assertRefused(1, "nested too deeply");
    }

    @Test
    void hugeFile_isRefused() throws IOException {
        config("#".repeat(TomlDocument.MAX_BYTES + 1)).assertRefused(1, "larger than");
    }

    @ParameterizedTest
    @CsvSource({"0,U+0000", "7,U+0007", "13,U+000D", "127,U+007F"})
    void controlCharacters_areRefused(int character, String name) throws IOException {
        config("[updates]\n# a" + (char) character + "b\n").assertRefused(2, "control character " + name);
    }

    @Test
    void otherEncodings_areRefused() throws IOException {
        ConfigFixture config = config("");

        Files.write(config.file, new byte[] {'#', (byte) 0xc3, (byte) 0x28});
        config.assertRefused(1, "not UTF-8");
        Files.write(config.file, "[updates]".getBytes(StandardCharsets.UTF_16));
        config.assertRefused(1, "not UTF-8");
        Files.writeString(config.file, "\uFEFF[updates]\n");
        config.assertRefused(1, "byte order mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "updates.", ".updates", "updates channel", "updates\nchannel", "[updates]", "a=b"})
    void invalidKey_isRefused(String typed) {
        assertThrows(UsageException.class, () -> KeyPath.parse(typed));
    }
}
