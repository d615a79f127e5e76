package cco.core.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.model.Version;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryPathTest {

    private static final Version V3 = Version.of("0.3.0");

    @ParameterizedTest
    @CsvSource({
        "https://a.example/v0.3.0/cco.tar.gz, v0.3.0/cco.tar.gz",
        "https://evil.example/other/place/cco.tar.gz, v0.3.0/cco.tar.gz",
        "HTTP://user@a.example:8080/cco.zip, v0.3.0/cco.zip",
        "https://a.example/../../cco.zip, v0.3.0/cco.zip",
        "v0.3.0/cco.tar.gz, v0.3.0/cco.tar.gz",
        "cco.tar.gz, cco.tar.gz",
        "v1.0.0%2Bbuild/a%7eb.zip, v1.0.0+build/a~b.zip",
    })
    void address_becomesAPathOfTheRepositoryInUse(String url, String path) {
        assertEquals(Optional.of(path), RepositoryPath.of(url, V3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "//host/cco.zip",
                "a//b",
                "a/",
                "..",
                "../a",
                "a/../b",
                "./a",
                "a/.",
                "%2e%2e/a",
                "a/%2E%2E/b",
                "%252e%252e/a",
                "a%2fb",
                "a%5cb",
                "a\\b",
                "..\\a",
                "C:/a",
                "C:a",
                "%43%3a/a",
                "file:///etc/passwd",
                "ftp://h/a",
                "javascript:a",
                "https:a",
                "https:/a",
                "https:///a",
                "https://host",
                "https://host/",
                "https://host/a/",
                "https://host/..",
                "https://host/%2e%2e",
                "https://host/a%2f..%2fb",
                "https://host/a?b",
                "https://host/a?x=/b",
                "https://host/a#/b",
                "a?b",
                "a#b",
                "a%00b",
                "a%0ab",
                "a\nb",
                "https://host/x\n",
                "a\u0000b",
                "a b",
                "a%",
                "a%zz",
                "a%c3%a9",
                "a\u00e9",
                "a\u202eb",
                "a\ud800",
                "https://host\\a/b c",
                "a;b",
                "a*b",
                "a\"b",
                "a|b",
                "<a>",
                "a$1b",
                "a%24b"
            })
    void addressThatIsNoPlainFileOfTheRepository_isRefused(String url) {
        assertEquals(Optional.empty(), RepositoryPath.of(url, V3));
    }
}
