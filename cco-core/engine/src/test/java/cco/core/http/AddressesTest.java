package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mirror.example.com/cco",
                "HTTPS://mirror.example.com:8443",
                "https://10.0.0.1/",
                "http://localhost:80/",
                "http://LocalHost/",
                "http://127.0.0.1:1/",
                "http://127.255.0.3/",
                "http://[::1]:8080/"
            })
    void https_andHttpOnLoopback_areAllowed(String address) {
        assertDoesNotThrow(() -> Addresses.require(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://mirror.example.com/",
                "http://128.0.0.1/",
                "http://127.0.0.1.example.com/",
                "http://localhost.example.com/",
                "http://127.1/",
                "http://127.0.0.256/",
                "http://[::2]/",
                "http://localhost@mirror.example.com/",
                "https://user:secret@mirror.example.com/",
                "ftp://localhost/",
                "file:///etc/passwd",
                "https:///x",
                "mirror"
            })
    void otherAddress_isRefused(String address) {
        assertThrows(IOException.class, () -> Addresses.require(URI.create(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x/y, z, https://a.example/x/z",
        "https://a.example/x, https://b.example/y, https://b.example/y",
        "http://127.0.0.1/x, http://localhost:8080/y, http://localhost:8080/y",
        "http://127.0.0.1/x, https://a.example/y, https://a.example/y"
    })
    void redirect_isResolved(URI from, String location, URI to) throws IOException {
        assertEquals(to, Addresses.redirect(from, Optional.ofNullable(location)));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, http://a.example/x",
        "https://a.example/x, http://127.0.0.1/x",
        "https://a.example/x, file:///etc/passwd",
        "https://a.example/x, jar:https://a.example/x!/",
        "http://127.0.0.1/x, http://a.example/x",
        "https://a.example/x, https://a b/",
        "https://a.example/x, mailto:a@b"
    })
    void redirectAwayFromHttps_isRefused(URI from, String location) {
        assertThrows(IOException.class, () -> Addresses.redirect(from, Optional.ofNullable(location)));
    }

    @Test
    void sameServer_isSameSchemeHostAndPort() {
        URI one = URI.create("https://a.example/x");
        assertEquals(true, Addresses.sameServer(one, URI.create("https://A.example:443/y")));
        assertEquals(false, Addresses.sameServer(one, URI.create("https://a.example:444/x")));
        assertEquals(false, Addresses.sameServer(one, URI.create("https://b.example/x")));
        assertEquals(false, Addresses.sameServer(one, URI.create("http://a.example:443/x")));
    }
}
