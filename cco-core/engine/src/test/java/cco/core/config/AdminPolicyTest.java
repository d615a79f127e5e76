package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.config.EffectiveSetting.From;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.TrustModeName;
import cco.core.toml.KeyPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The administrator's file outranks the environment, the user's file and the command line. */
class AdminPolicyTest {

    private static final AppName HELLO = new AppName("hello");

    private static final String SYSTEM = """
            [updates]
            channel = "stable"
            auto_install = false
            verify_signatures = true
            source = "mirror"
            [sources.mirror]
            urls = "https://company.example.com"
            [verifiers]
            required = ["gpg"]
            [telemetry]
            enabled = false
            """;

    @TempDir
    private Path folder;

    private ConfigFile load(String user, Map<String, String> variables) throws Exception {
        return load(SYSTEM, user, variables);
    }

    private ConfigFile load(String administrator, String user, Map<String, String> variables) throws Exception {
        Path system = Files.writeString(folder.resolve("system.toml"), administrator);
        Path file = Files.writeString(folder.resolve("config.toml"), user);
        return ConfigFixture.load(file, Optional.of(Layer.read(system, Layer.Remedy.ADMINISTRATOR)), variables);
    }

    @Test
    void pinnedSetting_overridesUserAndEnvironment() throws Exception {
        Configuration settings = load(
                        "updates = { channel = 'beta', auto_install = true }\napps.hello.updates.channel = 'nightly'\n",
                        Map.of("CCO_CHANNEL", "edge", "CCO_AUTO_INSTALL", "true", "CCO_TELEMETRY_ENABLED", "true"))
                .settings();

        assertEquals(Channel.STABLE, settings.updates(AppName.CCO).channel());
        assertEquals(Channel.STABLE, settings.updates(HELLO).channel());
        assertFalse(settings.updates(AppName.CCO).autoInstall());
        assertFalse(settings.telemetryEnabled());
        EffectiveSetting channel = settings.get(KeyPath.parse("updates.channel"));
        assertEquals(From.SYSTEM, channel.from());
        assertEquals(folder.resolve("system.toml").toString(), channel.where());
    }

    @Test
    void overriddenValue_isNoted() throws Exception {
        Configuration settings = load(
                        "updates.channel = 'beta'\n", Map.of("CCO_CHANNEL", "edge", "CCO_AUTO_INSTALL", "false"))
                .settings();

        assertEquals(
                List.of(
                        "updates.channel: " + folder + "/system.toml overrides CCO_CHANNEL",
                        "updates.channel: " + folder + "/system.toml overrides " + folder + "/config.toml"),
                settings.remarks(AppName.CCO));
    }

    @Test
    void requiredVerifiers_areAddedUp() throws Exception {
        assertEquals(List.of("gpg", "sha256"), load("", Map.of()).settings().requiredVerifiers(AppName.CCO));
        assertEquals(
                List.of("gpg"),
                load("verifiers.required = []", Map.of()).settings().requiredVerifiers(AppName.CCO));
        assertEquals(
                List.of("gpg", "mine"),
                load("", Map.of())
                        .set(KeyPath.parse("verifiers.required"), "mine")
                        .settings()
                        .requiredVerifiers(AppName.CCO));
    }

    @Test
    void verifiersOfAnApp_includeTheAdministrators() throws Exception {
        String user = "verifiers.required = ['mine']\napps.hello.verifiers.required = ['sha256']\n";
        Configuration settings = load(user, Map.of()).settings();

        assertEquals(List.of("gpg", "mine"), settings.requiredVerifiers(AppName.CCO));
        assertEquals(List.of("gpg", "sha256"), settings.requiredVerifiers(HELLO));
    }

    @ParameterizedTest
    @CsvSource({
        "updates.channel,stable",
        "updates.source,file",
        "apps.hello.updates.channel,beta",
        "sources.mirror.urls,https://evil.example.com",
        "sources.mirror.trust,sha256"
    })
    void pinnedSetting_cannotBeSet(String key, String value) throws Exception {
        ConfigFile config = load("", Map.of());

        UsageException refusal = assertThrows(UsageException.class, () -> config.set(KeyPath.parse(key), value));

        assertTrue(refusal.getMessage().contains(folder + "/system.toml"), refusal.getMessage());
        assertEquals("", Files.readString(config.file()));
    }

    @Test
    void pinnedTable_hidesTheUsersTable() throws Exception {
        SourceConfig table = load("[sources.mirror]\nurls = 'https://evil.example.com'\ntrust = 'sha256'\n", Map.of())
                .settings()
                .sources(AppName.CCO)
                .getFirst();

        assertEquals(Map.of("urls", "https://company.example.com"), table.values());
        assertEquals(Optional.empty(), table.trust());
    }

    @Test
    void telemetry_isOffByDefault() throws Exception {
        String administrator = "telemetry.enabled = true\ntelemetry.endpoint = 'https://company.example.com'\n";
        ConfigFile config = load(administrator, "", Map.of());

        assertFalse(config.settings().telemetryEnabled());
        assertEquals(Optional.empty(), config.settings().telemetryEndpoint());
        assertEquals(
                List.of(
                        "telemetry.enabled: only the user can set this, so " + folder + "/system.toml is ignored",
                        "telemetry.endpoint: only the user can set this, so " + folder + "/system.toml is ignored"),
                config.settings().remarks(AppName.CCO));
        assertTrue(config.set(KeyPath.parse("telemetry.enabled"), "true")
                .settings()
                .telemetryEnabled());
    }

    @Test
    void options_mustMatchThePins() throws Exception {
        AdminPolicy pinned =
                load("[sources.file]\npath = '/srv'\n", Map.of()).settings().pinned();

        assertThrows(UsageException.class, () -> pinned.requireSource(AppName.CCO, "file"));
        assertDoesNotThrow(() -> pinned.requireSource(AppName.CCO, "mirror"));
        assertDoesNotThrow(() -> pinned.requireSource(HELLO, "file"));
        assertThrows(UsageException.class, () -> pinned.requireChannel(HELLO, new Channel("beta")));
        assertDoesNotThrow(() -> pinned.requireChannel(AppName.CCO, Channel.STABLE));
        assertThrows(UsageException.class, () -> pinned.requireTrust(HELLO, false));
        assertDoesNotThrow(() -> pinned.requireTrust(HELLO, true));
    }

    @Test
    void installation_mustMatchThePinnedTable() throws Exception {
        ConfigFile config = load("", Map.of());
        AdminPolicy pinned = config.settings().pinned();
        SourceConfig company = table("mirror", Map.of("urls", List.of("https://company.example.com")));

        assertDoesNotThrow(() -> pinned.requireTable(company));
        assertThrows(UsageException.class, () -> pinned.requireTable(table("mirror", Map.of("urls", "https://e.org"))));
        assertThrows(UsageException.class, () -> pinned.requireTable(table("file", Map.of("path", "/srv"))));
        config.withSource(company, Optional.empty());
        assertEquals("", Files.readString(config.file()));
    }

    private static SourceConfig table(String id, Map<String, Object> values) {
        return new SourceConfig(AppName.CCO, id, Optional.of(TrustModeName.TUF), values);
    }
}
