package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.BadSettingException;
import cco.core.config.EffectiveSetting.From;
import cco.core.env.Env;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.http.Certificates;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxySettings;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.model.Version;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Env NO_ENV = new Env(Map.of());

    private static final UpdateSettings DEFAULTS = new UpdateSettings(
            true,
            false,
            CheckInterval.DAILY,
            Channel.STABLE,
            true,
            true,
            List.of(),
            List.of(),
            3,
            Duration.ZERO,
            false);

    @TempDir
    private Path directory;

    private Configuration settings(String text) throws Exception {
        return new ConfigFixture(directory, text).settings();
    }

    @Test
    void documentedSample_loads() throws Exception {
        Configuration settings = settings(ConfigFixture.SAMPLE);

        assertEquals(List.of("github"), settings.updates(AppName.CCO).sources());
        SourceConfig github = settings.sources(AppName.CCO).getFirst();
        assertEquals("github", github.id());
        assertEquals(Optional.empty(), github.trust());
        assertEquals(
                Optional.of("brentley/cco-releases"),
                github.settings(Set.of(), NO_ENV).text("repository"));
        assertEquals(
                List.of("https://mirror.example.com/cco"),
                settings.source(AppName.CCO, "mirror")
                        .settings(Set.of(), NO_ENV)
                        .texts("urls"));
        assertEquals(List.of("sha256"), settings.requiredVerifiers(AppName.CCO));
        assertFalse(settings.telemetryEnabled());
        assertEquals(Optional.empty(), settings.telemetryEndpoint());
    }

    @Test
    void missingFile_meansDefaults() throws CcoException {
        Configuration settings =
                ConfigFixture.load(directory.resolve("none.toml")).settings();

        assertEquals(DEFAULTS, settings.updates(AppName.CCO));
        assertEquals(DEFAULTS, settings.updates(HELLO));
        assertEquals(
                new NetworkSettings(Duration.ofSeconds(30), Optional.empty(), Certificates.ofSystem(""), Map.of()),
                settings.network());
        assertEquals(List.of("sha256"), settings.requiredVerifiers(AppName.CCO));
        assertEquals(List.of(AppName.CCO), settings.apps());
        assertTrue(assertThrows(UsageException.class, () -> settings.sources(HELLO))
                .getMessage()
                .contains("no source is configured for hello"));
    }

    @Test
    void values_haveTheirTypes() throws Exception {
        Configuration settings = settings("""
                updates.enabled = false
                updates.check_interval = 'never'
                updates.skip_versions = ["1.0.0", "2.0.0-beta.1"]
                updates.minimum_age = "36h"
                updates.keep_versions = 1
                network.proxy = "http://user:secret@proxy.example.com:3128"
                network.no_proxy = ["example.com", "10.0.0.0/8"]
                network.ca_file = "/etc/ca.pem"
                network.timeout_seconds = 5
                verifiers.required = []
                telemetry.enabled = true
                telemetry.endpoint = "http://[::1]:8080/cco"
                """);

        UpdateSettings updates = settings.updates(AppName.CCO);
        assertFalse(updates.enabled());
        assertEquals(CheckInterval.NEVER, updates.checkInterval());
        assertEquals(List.of(Version.of("1.0.0"), Version.of("2.0.0-beta.1")), updates.skipVersions());
        assertEquals(Duration.ofHours(36), updates.minimumAge());
        assertEquals(1, updates.keepVersions());
        assertEquals(
                new NetworkSettings(
                        Duration.ofSeconds(5),
                        Optional.of(new ProxySettings(
                                "http://user:secret@proxy.example.com:3128",
                                "network.proxy",
                                List.of("example.com", "10.0.0.0/8"))),
                        new Certificates(Optional.of(Path.of("/etc/ca.pem")), Optional.empty(), ""),
                        Map.of()),
                settings.network());
        assertEquals(List.of(), settings.requiredVerifiers(AppName.CCO));
        assertTrue(settings.telemetryEnabled());
        assertEquals(Optional.of(URI.create("http://[::1]:8080/cco")), settings.telemetryEndpoint());
    }

    @Test
    void sources_keepTheirOrder() throws Exception {
        Configuration settings = settings("""
                [updates]
                source = ["mirror", "file"]
                [sources.file]
                path = "/srv"
                trust = "sha256"
                [sources.mirror]
                urls = "https://one.example.com"
                """);

        List<SourceConfig> sources = settings.sources(AppName.CCO);

        assertEquals(
                List.of("mirror", "file"),
                sources.stream().map(SourceConfig::id).toList());
        assertEquals(
                List.of("https://one.example.com"),
                sources.getFirst().settings(Set.of(), NO_ENV).texts("urls"));
        assertEquals(Optional.of(TrustModeName.SHA256), sources.getLast().trust());
        assertEquals(
                Optional.empty(), sources.getLast().settings(Set.of(), NO_ENV).text(Key.TRUST));
    }

    @Test
    void app_inheritsSettingsButNotSources() throws Exception {
        Configuration settings = settings("""
                [updates]
                channel = "beta"
                keep_versions = 5
                source = "file"
                skip_versions = ["0.3.0"]
                [sources.file]
                path = "/srv/cco"
                [apps.hello.updates]
                keep_versions = 2
                """);

        UpdateSettings hello = settings.updates(HELLO);

        assertEquals(new Channel("beta"), hello.channel());
        assertEquals(2, hello.keepVersions());
        assertEquals(List.of(), hello.sources());
        assertEquals(List.of(), hello.skipVersions());
        assertThrows(UsageException.class, () -> settings.source(HELLO, "file"));
        assertEquals(5, settings.updates(AppName.CCO).keepVersions());
    }

    @Test
    void tablesOfAnApp_doNotAffectCco() throws Exception {
        Configuration settings = settings("""
                [apps."my.app".updates]
                source = "mirror"
                channel = "nightly"
                [apps."my.app".sources.mirror]
                urls = ["https://my.example.com"]
                """);

        AppName app = new AppName("my.app");
        assertEquals(DEFAULTS, settings.updates(AppName.CCO));
        assertEquals(List.of(AppName.CCO, app), settings.apps());
        assertEquals(
                List.of("https://my.example.com"),
                settings.sources(app).getFirst().settings(Set.of(), NO_ENV).texts("urls"));
    }

    @Test
    void tableOfAMissingPlugin_isNotChecked() throws Exception {
        assertEquals(
                Optional.of("b"),
                settings("[sources.s3]\nbucket = 'b'")
                        .source(AppName.CCO, "s3")
                        .settings(Set.of(), NO_ENV)
                        .text("bucket"));
    }

    @ParameterizedTest
    @CsvSource({
        "updates.channel,beta,FILE",
        "updates.keep_versions,3,DEFAULT",
        "network.proxy,'',DEFAULT",
        "apps.hello.updates.channel,beta,INHERITED",
        "apps.hello.updates.keep_versions,9,FILE",
        "apps.hello.updates.source,'',DEFAULT",
        "apps.hello.sources.mirror.urls,'a\nb',FILE",
    })
    void get_returnsValueAndOrigin(String key, String value, From from) throws Exception {
        Configuration settings = settings("""
                updates = { channel = "beta", source = "file" }
                sources.file.path = "/srv"
                apps.hello.updates.keep_versions = 9
                apps.hello.sources.mirror.urls = ["a", "b"]
                """);

        EffectiveSetting effective = settings.get(KeyPath.parse(key));

        assertEquals(value, effective.plain());
        assertEquals(from, effective.from());
        assertEquals(key, effective.key().toString());
    }

    @Test
    void effective_listsEverySettingAndTheSources() throws Exception {
        Configuration settings = settings(ConfigFixture.SAMPLE);

        List<EffectiveSetting> cco = settings.effective(AppName.CCO);
        List<EffectiveSetting> hello = settings.effective(HELLO);

        assertEquals(Schema.ALL.size() + 3, cco.size());
        assertEquals("updates.enabled", cco.getFirst().key().toString());
        assertEquals(Optional.of("\"/srv/cco-releases\""), cco.getLast().toml());
        assertEquals(12, hello.size());
        assertEquals("apps.hello.updates.enabled", hello.getFirst().key().toString());
    }

    @Test
    void defaults_areValid() {
        for (Setting<?> setting : Schema.ALL) {
            setting.defaultValue()
                    .ifPresent(defaultValue -> assertTrue(
                            setting.kind().read(defaultValue).isPresent(),
                            setting.key().toString()));
        }
    }

    @Test
    void settingRefusedByASource_namesItsLine() throws Exception {
        ConfigFixture fixture =
                new ConfigFixture(directory, "updates.source = 'mirror'\n[sources.mirror]\nurls = []\n");
        Configuration settings = fixture.settings();
        SourceConfig table = settings.sources(AppName.CCO).getFirst();

        UsageException refusal = settings.refused(table, new BadSettingException("urls", "names no mirror"));

        assertEquals(fixture.file + ":3: sources.mirror.urls: names no mirror", refusal.getMessage());
    }

    @Test
    void source_seesOnlyItsOwnVariables() throws Exception {
        SourceConfig table = settings("[sources.file]\npath = '/a'").source(AppName.CCO, "file");
        cco.api.Settings seen = table.settings(Set.of("TOKEN"), new Env(Map.of("TOKEN", "t", "OTHER", "o")));

        assertEquals(Optional.of("t"), seen.variable("TOKEN"));
        assertEquals(Optional.empty(), seen.variable("OTHER"));
    }

    @Test
    void listInsteadOfString_isRefused() throws Exception {
        SourceConfig table = settings("[sources.file]\npath = ['/a', '/b']").source(AppName.CCO, "file");

        assertThrows(
                BadSettingException.class,
                () -> table.settings(Set.of(), NO_ENV).text("path"));
    }

    /** Reading this file is an I/O error, as on a failing disk. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void fileOnAFailingDisk_isNotTheUsersMistake() {
        Path file = Path.of("/proc/self/mem");

        StorageException failure = assertThrows(StorageException.class, () -> ConfigFixture.load(file));

        assertEquals("cannot read the configuration file " + file + ": input/output error", failure.getMessage());
        assertEquals("try again; if it fails again, check the disk", failure.hint());
    }

    @Test
    void unreadableFile_isRefused() throws IOException {
        Path folder = Files.createDirectory(directory.resolve("config.toml"));

        UsageException refusal = assertThrows(UsageException.class, () -> ConfigFixture.load(folder));

        assertTrue(refusal.getMessage().contains(folder.toString()), refusal.getMessage());
    }
}
