package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    private static final AppName HELLO = new AppName("hello");

    @TempDir
    private Path directory;

    private ConfigFixture config(String text) throws IOException {
        return new ConfigFixture(directory, text);
    }

    @ParameterizedTest
    @CsvSource({
        "updates.channel,beta,'channel = \"stable\" ','channel = \"beta\" '",
        "updates.auto_install,true,'auto_install = false ','auto_install = true '",
        "updates.keep_versions,5,'keep_versions = 3','keep_versions = 5'",
        "updates.source,'mirror, file','source = \"github\" ','source = [\"mirror\", \"file\"] '",
        "updates.skip_versions,'[\"1.0.0\"]','skip_versions = []','skip_versions = [\"1.0.0\"]'",
        "sources.file.path,'/a,b \"c\"','\"/srv/cco-releases\"','\"/a,b \\\"c\\\"\"'",
        "telemetry.enabled,true,'enabled = false ','enabled = true '",
    })
    void set_changesOnlyOneValue(String key, String value, String before, String after) throws Exception {
        ConfigFixture config = config(ConfigFixture.SAMPLE);

        config.load().set(KeyPath.parse(key), value);

        assertEquals(ConfigFixture.SAMPLE.replace(before, after), config.text());
        assertFalse(before.equals(after));
        config.settings();
    }

    @Test
    void set_addsAfterItsSiblings() throws Exception {
        ConfigFixture config = config("# top\n[updates] # mine\n  enabled = true # yes\n\n# end\n[network]\n");

        config.load().set(KeyPath.parse("updates.channel"), "beta").set(KeyPath.parse("network.timeout_seconds"), "5");

        assertEquals("""
                # top
                [updates] # mine
                  enabled = true # yes
                  channel = "beta"

                # end
                [network]
                timeout_seconds = 5
                """, config.text());
    }

    @Test
    void set_skipsDeeperTables() throws Exception {
        ConfigFixture config = config("[apps.hello.sources.file]\npath = \"/srv/hello\"\n");

        config.load().set(KeyPath.parse("updates.keep_versions"), "2");

        assertEquals("""
                [apps.hello.sources.file]
                path = "/srv/hello"

                [updates]
                keep_versions = 2
                """, config.text());
    }

    @Test
    void set_addsTheTableAtTheEnd() throws Exception {
        ConfigFixture config = config("# mine\r\n[network]\r\ntimeout_seconds = 5");

        config.load().set(KeyPath.parse("updates.channel"), "beta");

        assertEquals(
                "# mine\r\n[network]\r\ntimeout_seconds = 5\r\n\r\n[updates]\r\nchannel = \"beta\"\r\n", config.text());
    }

    @Test
    void set_followsTheStyleOfDottedKeys() throws Exception {
        ConfigFixture config = config("updates.enabled = true\n[apps.hello]\nupdates.enabled = false\n");

        config.load()
                .set(KeyPath.parse("updates.channel"), "beta")
                .set(KeyPath.parse("apps.hello.updates.channel"), "edge");

        assertEquals("""
                updates.enabled = true
                updates.channel = "beta"
                [apps.hello]
                updates.enabled = false
                updates.channel = "edge"
                """, config.text());
    }

    @Test
    void set_replacesAMultiLineValue() throws Exception {
        ConfigFixture config =
                config("[updates]\nskip_versions = [ # two\n  '1.0.0',\n  '2.0.0' ] # end\nenabled = true\n");

        config.load().set(KeyPath.parse("updates.skip_versions"), "3.0.0");

        assertEquals("[updates]\nskip_versions = [\"3.0.0\"] # end\nenabled = true\n", config.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updates.enabled | yes", "updates.keep_versions | many", "updates.keep_versions | 0",
                "updates.channel | Beta Max", "updates.source | github,nowhere", "updates.skip_versions | [",
                "updates.skip_versions | ['1.0.0'] # x\\nenabled = 1", "updates.chanel | beta",
                        "network.proxy | nonsense",
                "sources.mirror.url | https://m", "sources.file.trust | none", "apps.hello.updates.source | file",
            })
    void set_refusesInvalidValues(String key, String value) throws Exception {
        ConfigFixture config = config(ConfigFixture.SAMPLE);
        ConfigFile file = config.load();
        KeyPath path = KeyPath.parse(key);

        assertThrows(UsageException.class, () -> file.set(path, value.replace("\\n", "\n")));

        assertEquals(ConfigFixture.SAMPLE, config.text());
    }

    @Test
    void set_doesNotTouchAnInlineTable() throws Exception {
        ConfigFixture config = config("updates = { enabled = true }\n");
        ConfigFile file = config.load();
        KeyPath channel = KeyPath.parse("updates.channel");
        KeyPath enabled = KeyPath.parse("updates.enabled");

        assertThrows(UsageException.class, () -> file.set(channel, "beta"));
        assertThrows(UsageException.class, () -> file.set(enabled, "false"));
        assertThrows(UsageException.class, () -> file.unset(enabled));

        assertEquals("updates = { enabled = true }\n", config.text());
    }

    @Test
    void set_correctsAFileThatDoesNotLoad() throws Exception {
        ConfigFixture config = config("[updates]\nchannel = 7 # oops\n");

        config.load().set(KeyPath.parse("updates.channel"), "beta");

        assertEquals("[updates]\nchannel = \"beta\" # oops\n", config.text());
    }

    @Test
    void add_keepsWhatAnotherRunHasAdded() throws Exception {
        ConfigFixture config = config("[updates]\nskip_versions = [\"1.0.0\"]\n");
        KeyPath skipped = KeyPath.parse("updates.skip_versions");
        ConfigFile one = config.load();
        ConfigFile other = config.load();

        one.add(skipped, "1.1.0");
        other.add(skipped, "1.2.0");
        config.load().add(skipped, "1.1.0");

        assertEquals("[updates]\nskip_versions = [\"1.0.0\", \"1.1.0\", \"1.2.0\"]\n", config.text());
    }

    @Test
    void add_toAKeyThatIsNoList_isRefused() throws Exception {
        ConfigFixture config = config(ConfigFixture.SAMPLE);
        KeyPath channel = KeyPath.parse("updates.channel");
        assertThrows(UsageException.class, () -> config.load().add(channel, "beta"));
        assertEquals(ConfigFixture.SAMPLE, config.text());
    }

    @Test
    void unset_removesOnlyItsLine() throws Exception {
        ConfigFixture config = config(ConfigFixture.SAMPLE);

        config.load().unset(KeyPath.parse("updates.channel")).unset(KeyPath.parse("updates.minimum_age"));

        assertEquals(
                ConfigFixture.SAMPLE.replaceFirst("channel = .*\\n", "").replaceFirst("minimum_age = .*\\n", ""),
                config.text());
    }

    @Test
    void unset_removesUnknownKeys() throws Exception {
        ConfigFixture config = config("[updates]\nchanel = 'beta'\n");
        ConfigFile file = config.load().unset(KeyPath.parse("updates.chanel"));

        file.unset(KeyPath.parse("updates.channel"));

        assertEquals("[updates]\n", config.text());
        assertThrows(UsageException.class, () -> file.unset(KeyPath.parse("updates.chanel")));
    }

    @Test
    void unset_keepsASourceThatIsInUse() throws Exception {
        ConfigFixture config = config("updates.source = 'file'\nsources.file.path = '/srv'\n");
        ConfigFile file = config.load();

        assertThrows(UsageException.class, () -> file.unset(KeyPath.parse("sources.file.path")));
    }

    @Test
    void newApp_getsItsTables() throws Exception {
        ConfigFixture config = config("# mine");
        SourceConfig mirror = new SourceConfig(
                HELLO, "mirror", Optional.of(TrustModeName.SHA256), Map.of("urls", List.of("https://h.example.com")));

        ConfigFile file = config.load().withSource(mirror, Optional.of(new Channel("beta")));

        assertEquals("""
                # mine

                [apps.hello.updates]
                source = "mirror"
                channel = "beta"

                [apps.hello.sources.mirror]
                urls = ["https://h.example.com"]
                trust = "sha256"
                """, config.text());
        assertEquals(List.of(mirror), file.settings().sources(HELLO));
    }

    @Test
    void movedSource_replacesItsTable() throws Exception {
        ConfigFixture config = config(ConfigFixture.SAMPLE.replace("[sources.file]", "[sources.file]\ntrust = 'tuf'"));
        SourceConfig moved = new SourceConfig(AppName.CCO, "file", Optional.empty(), Map.of("path", "/mnt"));

        config.load().withSource(moved, Optional.empty());

        assertEquals(
                ConfigFixture.SAMPLE
                        .replace("source = \"github\"", "source = \"file\"")
                        .replace("/srv/cco-releases", "/mnt"),
                config.text());
    }

    @Test
    void newFile_isReadableByOthersWithoutSecrets() throws Exception {
        Path file = directory.resolve("new/config.toml");
        Path other = Files.writeString(directory.resolve("other"), "");

        ConfigFixture.load(file).set(KeyPath.parse("updates.channel"), "beta");
        assertEquals(Files.getPosixFilePermissions(other), Files.getPosixFilePermissions(file));

        ConfigFixture.load(file).set(KeyPath.parse("network.proxy"), "http://user:secret@proxy:3128");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void privateFile_staysPrivate() throws Exception {
        Path file = directory.resolve("private.toml");
        Files.writeString(file, "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        ConfigFixture.load(file).set(KeyPath.parse("updates.channel"), "beta");

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void absentFile_isCreated() throws Exception {
        Path file = directory.resolve("new/config.toml");

        ConfigFixture.load(file).set(KeyPath.parse("updates.channel"), "beta");

        assertEquals("[updates]\nchannel = \"beta\"\n", Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void linkedFile_isWrittenThroughTheLink(boolean exists) throws Exception {
        Path real = directory.resolve("dotfiles/cco.toml");
        Files.createDirectory(real.getParent());
        if (exists) {
            Files.writeString(real, "# mine\n");
        }
        Path middle = Files.createSymbolicLink(directory.resolve("middle"), real);
        Path link = Files.createSymbolicLink(directory.resolve("config.toml"), middle.getFileName());

        ConfigFixture.load(link).set(KeyPath.parse("updates.channel"), "beta");

        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(middle));
        assertTrue(Files.readString(real).contains("channel = \"beta\""));
    }

    @Test
    void endlessLink_isRefused() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("config.toml"), Path.of("config.toml"));

        assertThrows(UsageException.class, () -> ConfigFixture.load(link));
    }

    @Test
    void set_removesLeftoversOfAKilledRun() throws Exception {
        ConfigFixture config = config("");
        Path left = Files.createFile(directory.resolve("config.toml.1234567.tmp"));
        Path mine = Files.createFile(directory.resolve("config.toml.mine.tmp"));

        config.load().set(KeyPath.parse("updates.channel"), "beta");

        assertFalse(Files.exists(left));
        assertTrue(Files.exists(mine));
    }
}
