package cco.publisher.repository;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://example.com",
                "https://",
                "https://user:password@example.com",
                "https://example.com/$(id)",
                "https://example.com/a b",
                "https://example.com/'",
                "https://example.com/`id`",
                "https://example.com/;id",
                "https://example.com/\u202e"
            })
    void addressWithAMeaningElsewhere_isInvalid(String address) {
        assertFalse(WebAddress.isValid(address));
    }

    @Test
    void files_areBelowTheAddress() {
        assertEquals("https://example.com/a/install.sh", new WebAddress("https://example.com/a").resolve("install.sh"));
        assertEquals("http://localhost:8099/x", new WebAddress("http://localhost:8099/").resolve("x"));
    }

    @Test
    void filesOnGitHub_areInReleasesAndABranch() {
        WebAddress address = new WebAddress("https://github.com/octo/hello");
        assertTrue(address.isGitHub());
        assertEquals(
                "https://github.com/octo/hello/releases/download/v1.2.0/hello.zip",
                address.resolve("v1.2.0/hello.zip"));
        assertEquals("https://raw.githubusercontent.com/octo/hello/releases/install.sh", address.resolve("install.sh"));
    }
}
