package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.toml.KeyPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "http://user:pw@proxy:3128,http://user:***@proxy:3128",
        "http://user:p@w:x@proxy:1,http://user:***@proxy:1",
        "https://ghp_token@github.com/x,https://***@github.com/x",
        "http://user:@h,http://user:***@h",
        "https://mirror.example.com/a,https://mirror.example.com/a",
        "me@example.com,me@example.com",
    })
    void login_isMasked(String text, String shown) {
        assertEquals(shown, Redaction.redacted(text));
    }

    @ParameterizedTest
    @CsvSource({"sources.github.token,***", "sources.x.api_token,***", "sources.x.password,***", "sources.x.path,s"})
    void secretKey_isMasked(String key, String shown) throws Exception {
        assertEquals(shown, Redaction.redacted(KeyPath.parse(key), "s"));
    }

    @Test
    void listItems_areMaskedOneByOne() throws Exception {
        assertEquals(
                List.of("https://a:***@b", "https://c"),
                Redaction.redacted(KeyPath.parse("sources.mirror.urls"), List.of("https://a:1@b", "https://c")));
    }
}
