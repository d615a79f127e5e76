package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.config.EffectiveSetting.From;
import cco.core.error.UsageException;
import cco.core.http.ProxySettings;
import cco.core.model.AppName;
import cco.core.toml.KeyPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings environment variables override, and which they do not. */
class EnvironmentLayerTest {

    private static final AppName HELLO = new AppName("hello");

    @TempDir
    private Path folder;

    private Configuration settings(String user, Map<String, String> variables) throws Exception {
        Path file = Files.writeString(folder.resolve("config.toml"), user);
        return ConfigFixture.load(file, Optional.empty(), variables).settings();
    }

    @ParameterizedTest
    @CsvSource({
        "CCO_ENABLED,false,updates.enabled",
        "CCO_AUTO_INSTALL,true,updates.auto_install",
        "CCO_CHECK_INTERVAL,never,updates.check_interval",
        "CCO_CHANNEL,edge,updates.channel",
        "CCO_NOTIFY_ON_UPDATE,false,updates.notify_on_update",
        "CCO_SOURCE,file,updates.source",
        "CCO_SKIP_VERSIONS,1.0.0,updates.skip_versions",
        "CCO_KEEP_VERSIONS,7,updates.keep_versions",
        "CCO_MINIMUM_AGE,3d,updates.minimum_age",
        "CCO_NETWORK_PROXY,http://p:1,network.proxy",
        "CCO_NETWORK_NO_PROXY,example.com,network.no_proxy",
        "CCO_NETWORK_CA_FILE,/ca.pem,network.ca_file",
        "CCO_NETWORK_TIMEOUT_SECONDS,9,network.timeout_seconds",
        "CCO_TELEMETRY_ENABLED,false,telemetry.enabled",
    })
    void variable_overridesTheFile(String variable, String value, String key) throws Exception {
        EffectiveSetting effective = settings("", Map.of(variable, value)).get(KeyPath.parse(key));

        assertEquals(value, effective.plain());
        assertEquals(From.ENVIRONMENT, effective.from());
        assertEquals(variable, effective.where());
    }

    @Test
    void settingsWithoutTrustOrConsent_haveAVariable() {
        assertEquals(
                List.of("updates.verify_signatures", "verifiers.required", "telemetry.endpoint"),
                Schema.ALL.stream()
                        .filter(setting -> setting.variable().isEmpty())
                        .map(setting -> setting.key().toString())
                        .toList());
    }

    @Test
    void variable_cannotLoosenTrust() throws Exception {
        Configuration settings = settings(
                "", Map.of("CCO_VERIFY_SIGNATURES", "false", "CCO_VERIFIERS_REQUIRED", "none", "CCO_WHATEVER", "1"));

        assertTrue(settings.updates(AppName.CCO).verifySignatures());
        assertEquals(List.of("sha256"), settings.requiredVerifiers(AppName.CCO));
    }

    @Test
    void variable_canOnlyTurnTelemetryOff() throws Exception {
        String agreed = "telemetry.enabled = true\ntelemetry.endpoint = 'https://mine.example.com'\n";
        Map<String, String> elsewhere = Map.of("CCO_TELEMETRY_ENDPOINT", "https://theirs.example.com");

        assertFalse(settings(agreed, Map.of("CCO_TELEMETRY_ENABLED", "false")).telemetryEnabled());
        assertEquals(
                "https://mine.example.com",
                settings(agreed, elsewhere).telemetryEndpoint().get().toString());
        Configuration presumed = settings("", Map.of("CCO_TELEMETRY_ENABLED", "true"));
        assertFalse(presumed.telemetryEnabled());
        assertEquals(
                List.of("telemetry.enabled: only the user can set this, so CCO_TELEMETRY_ENABLED is ignored"),
                presumed.remarks(AppName.CCO));
    }

    @Test
    void inheritance_cannotLoosenTrust() throws Exception {
        Configuration settings = settings("updates.verify_signatures = false\n", Map.of());

        assertFalse(settings.updates(AppName.CCO).verifySignatures());
        assertTrue(settings.updates(HELLO).verifySignatures());
    }

    @Test
    void variable_appliesToEveryApp() throws Exception {
        Configuration settings = settings("apps.hello.updates.channel = 'beta'\n", Map.of("CCO_CHANNEL", "edge"));

        assertEquals("edge", settings.updates(HELLO).channel().value());
    }

    @ParameterizedTest
    @CsvSource({"CCO_CHANNEL,Edge", "CCO_KEEP_VERSIONS,0", "CCO_ENABLED,yes", "CCO_NETWORK_TIMEOUT_SECONDS,1s"})
    void invalidValue_namesItsVariable(String variable, String value) {
        UsageException refusal = assertThrows(UsageException.class, () -> settings("", Map.of(variable, value)));

        assertTrue(refusal.getMessage().contains(variable), refusal.getMessage());
        assertTrue(refusal.getMessage().contains(value), refusal.getMessage());
    }

    @Test
    void sourceFromAVariable_needsATable() throws Exception {
        Configuration settings = settings("", Map.of("CCO_SOURCE", "mirror"));

        UsageException refusal = assertThrows(UsageException.class, () -> settings.sources(HELLO));

        assertTrue(refusal.getMessage().contains("CCO_SOURCE"), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy=a:1 HTTPS_PROXY=b:1,a:1,https_proxy", "HTTPS_PROXY=b:1 all_proxy=c:1,b:1,HTTPS_PROXY",
        "ALL_PROXY=d:1,d:1,ALL_PROXY", "https_proxy=a:1 CCO_NETWORK_PROXY=http://e:1,http://e:1,CCO_NETWORK_PROXY",
    })
    void environmentProxy_isUsedWithoutAConfiguredOne(String set, String address, String by) throws Exception {
        Map<String, String> variables = Stream.of(set.split(" "))
                .map(one -> one.split("=", 2))
                .collect(Collectors.toMap(one -> one[0], one -> one[1]));

        assertEquals(
                Optional.of(new ProxySettings(address, by, List.of())),
                settings("", variables).network().proxy());
        assertEquals(
                Optional.of("network.proxy"),
                settings("network.proxy = 'http://mine:1'", Map.of("https_proxy", "a:1"))
                        .network()
                        .proxy()
                        .map(ProxySettings::setBy));
    }

    @Test
    void unsupportedProxyVariable_isIgnored() throws Exception {
        assertEquals(
                Optional.empty(),
                settings("", Map.of("http_proxy", "a:1", "HTTP_PROXY", "b:1"))
                        .network()
                        .proxy());
    }

    @Test
    void proxyExceptions_areJoined() throws Exception {
        assertEquals(
                List.of("a.example", "b.example", "10.0.0.0/8"),
                settings(
                                "network.proxy = 'http://a:1'\nnetwork.no_proxy = 'a.example'",
                                Map.of("no_proxy", "b.example, 10.0.0.0/8,"))
                        .network()
                        .proxy()
                        .orElseThrow()
                        .exceptions());
    }
}
