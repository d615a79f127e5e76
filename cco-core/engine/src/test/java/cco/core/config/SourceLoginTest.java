package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.BadSettingException;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.core.env.Env;
import cco.core.model.AppName;
import cco.core.toml.KeyPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logins and headers in a source's table. */
class SourceLoginTest {

    private static final String BASIC = "Basic bWU6cEBzcw==";
    private static final Env ENV = new Env(Map.of("TOKEN", "t0ken", "PASSWORD", "p@ss"));

    private static SourceConfig table(Map<String, Object> values) {
        return new SourceConfig(AppName.CCO, "mirror", Optional.empty(), values);
    }

    /** The headers with which an address is requested. */
    private static Map<String, String> sent(Map<String, Object> values, String address) throws Exception {
        Map<String, String> sent = new HashMap<>();
        Origin origin = table(values).credentials(Set.of("urls"), ENV).protect(new Requesting(URI.create(address)));
        origin.open(Resource.whole("x"), (_, _, headers) -> {
                    sent.putAll(headers);
                    return new Content(InputStream.nullInputStream(), 0, OptionalLong.empty(), Optional.empty());
                })
                .close();
        return sent;
    }

    private record Requesting(URI address) implements Origin {

        @Override
        public String name() {
            return address.toString();
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return transport.get(address, resource, Map.of());
        }
    }

    @Test
    void loginInAUrl_becomesAHeader_andLeavesTheUrl() throws Exception {
        Map<String, Object> values = Map.of("urls", List.of("https://me:p%40ss@mirror.test/app", "https://b.test"));
        assertEquals(
                List.of("https://mirror.test/app", "https://b.test"),
                table(values).settings(Set.of(), ENV).texts("urls"));
        assertEquals(Map.of("Authorization", BASIC), sent(values, "https://mirror.test/app/file"));
        assertEquals(Map.of(), sent(values, "https://mirror.test/apple"));
        assertEquals(Map.of(), sent(values, "https://b.test/app/file"));
    }

    @Test
    void usernameAndPassword_mayNameVariables() throws Exception {
        Map<String, Object> values =
                Map.of("urls", "https://mirror.test", "username", "me", "password", "env:PASSWORD");
        assertEquals(Map.of("Authorization", BASIC), sent(values, "https://mirror.test/file"));
        assertEquals(Map.of(), sent(values, "https://mirror.test:444/file"));
        assertEquals(Map.of(), sent(values, "http://mirror.test/file"));
    }

    @Test
    void headers_mayNameVariables() throws Exception {
        Map<String, Object> values = Map.of(
                "urls",
                List.of("https://a.test", "https://b.test"),
                "headers",
                List.of("Authorization: Bearer env:TOKEN", "X-Plain: 1"));
        Map<String, String> expected = Map.of("Authorization", "Bearer t0ken", "X-Plain", "1");
        assertEquals(expected, sent(values, "https://a.test/file"));
        assertEquals(expected, sent(values, "https://b.test/file"));
        assertEquals(Map.of(), sent(values, "https://c.test/file"));
    }

    @ParameterizedTest
    @CsvSource({
        "headers, s3cret without colon, must be like \"Name: value\"",
        "headers, X: env:UNSET, the environment variable UNSET is not set",
        "password, s3cret, needs a username"
    })
    void unusableValue_isReportedWithoutTheSecret(String key, String value, String message) {
        BadSettingException refusal = assertThrows(
                BadSettingException.class,
                () -> sent(Map.of("urls", "https://a.test", key, value), "https://a.test/file"));
        assertEquals(key, refusal.key());
        assertEquals(message, refusal.getMessage());
        assertFalse(refusal.getMessage().contains("s3cret"));
    }

    @Test
    void keysOfTheSourceItself_areLeftToIt() throws Exception {
        SourceConfig table = table(Map.of("url", "https://a.test", "password", "s3cret"));
        table.credentials(Set.of("url", "password"), ENV);
        assertEquals(Optional.of("s3cret"), table.settings(Set.of(), ENV).text("password"));
    }

    @Test
    void secrets_areMasked() {
        KeyPath table = KeyPath.of("sources", "mirror");
        assertEquals(
                List.of("Authorization: ***", "X-Key: ***"),
                Redaction.redacted(table.plus("headers"), List.of("Authorization: Bearer x", "X-Key: y")));
        assertEquals("***", Redaction.redacted(table.plus("password"), "s3cret"));
        assertEquals(
                List.of("https://me:***@mirror.test/app"),
                Redaction.redacted(table.plus("urls"), List.of("https://me:s3cret@mirror.test/app")));
    }
}
