package cco.source.mirror;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.tck.TableSettings;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorSourceTest {

    private static List<Origin> origins(String... urls) throws BadSettingException {
        return new MirrorSource().origins(new TableSettings(Map.of("urls", List.of(urls))));
    }

    @Test
    void source_isFoundAsAService() {
        getClass().getModule().addUses(ChannelSource.class);
        ChannelSource source =
                ServiceLoader.load(ChannelSource.class).findFirst().get();
        assertInstanceOf(MirrorSource.class, source);
        assertEquals("mirror", source.id());
        assertEquals(Set.of("urls"), source.keys());
    }

    @Test
    void mirrors_keepTheirOrder() throws Exception {
        assertEquals(
                List.of("https://b.example/cco", "https://a.example", "http://127.0.0.1:8080"),
                origins("https://b.example/cco/", "https://a.example//", "http://127.0.0.1:8080").stream()
                        .map(Origin::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mirror.example.com",
                "http://127.0.0.1.example.com",
                "ftp://mirror.example.com",
                "mirror.example.com",
                "/srv/releases",
                "https://",
                "https://a b",
                "https://a.example/?x=1",
                "https://a.example/#x",
                ""
            })
    void addressThatIsNotHttps_isRefused(String url) {
        assertEquals(
                "urls",
                assertThrows(BadSettingException.class, () -> origins(url)).key());
    }

    @Test
    void passwordInTheAddress_isRefused_andNotShown() {
        BadSettingException refusal =
                assertThrows(BadSettingException.class, () -> origins("https://user:hunter2@a.example"));
        assertTrue(!refusal.getMessage().contains("hunter2"), refusal.getMessage());
    }

    @Test
    void noMirror_isRefused() {
        assertThrows(BadSettingException.class, MirrorSourceTest::origins);
    }

    @ParameterizedTest
    @CsvSource({
        "version-manifest.json, https://a.example/cco/version-manifest.json",
        "v1.0.0+7/a b.tar.gz, https://a.example/cco/v1.0.0%2B7/a%20b.tar.gz",
        "v1/100%2e.gz, https://a.example/cco/v1/100%252e.gz",
        "v1/x?y#z, https://a.example/cco/v1/x%3Fy%23z",
        "v1/ä, https://a.example/cco/v1/%C3%A4"
    })
    void path_isEncodedBelowTheBase(String path, URI expected) throws Exception {
        List<URI> asked = new ArrayList<>();
        Resource resource = new Resource(path, 7, Optional.of("\"tag\""));
        origins("https://a.example/cco/").getFirst().open(resource, (address, wanted, headers) -> {
            asked.add(address);
            assertEquals(resource, wanted);
            assertTrue(headers.isEmpty());
            return new Content(InputStream.nullInputStream(), 0, OptionalLong.empty(), Optional.empty());
        });
        assertEquals(List.of(expected), asked);
    }
}
