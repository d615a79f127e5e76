package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.HttpStatusException;
import cco.api.OriginException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    private static final String STATIC = "https://raw.githubusercontent.com/octo/hello/releases/a";
    private static final String API = "https://api.github.com/repos/octo/hello/contents/a?ref=releases";

    private static OriginException refused(Table table, String address, int status, String headers) {
        Map<String, String> map = Stream.of(headers.split(";"))
                .map(header -> header.split("="))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        FakeGitHub github = new FakeGitHub().refuse(address, status, map);
        return assertInstanceOf(OriginException.class, assertThrows(IOException.class, () -> table.read(github, "a")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | x-ratelimit-remaining=0;x-ratelimit-reset=1767225600 | try again after 2026-01-01 00:00 UTC",
                "429 | x-ratelimit-remaining=0;x-ratelimit-reset=999999999999999 | try again later",
                "429 | x-ratelimit-remaining=0;x-ratelimit-reset=soon | try again later",
                "403 | retry-after=60 | try again in 60 s",
                "429 | retry-after=60;x-ratelimit-reset=1767225600 | try again in 60 s",
                "429 | none | try again later"
            })
    void rateLimit_saysWhenToTryAgain(int status, String headers, String hint) {
        OriginException failure = refused(Table.of("GH_TOKEN", "t"), API, status, headers);
        assertEquals(
                "api.github.com's rate limit is used up for the token in GH_TOKEN (http status " + status + ")",
                failure.getMessage());
        assertEquals(hint, failure.hint());
    }

    @Test
    void rateLimit_withoutAToken_namesTheVariable() {
        OriginException failure = refused(Table.of(), STATIC, 429, "retry-after=5");
        assertEquals(
                "raw.githubusercontent.com's rate limit is used up for this address (http status 429)",
                failure.getMessage());
        assertEquals("try again in 5 s, or set GH_TOKEN", failure.hint());
    }

    @Test
    void badToken_isReported() {
        OriginException failure = refused(Table.of("GITHUB_TOKEN", "t"), API, 401, "");
        assertEquals("GitHub refuses the token in GITHUB_TOKEN (http status 401)", failure.getMessage());
        assertEquals("create a new one, or remove it: public repositories need none", failure.hint());
    }

    @Test
    void tokenWithoutSingleSignOn_isReported() {
        OriginException failure = refused(Table.of("token", "t"), API, 403, "x-github-sso=required");
        assertEquals(
                "the token in the configuration is not authorized for the organization's single sign-on"
                        + " (http status 403)",
                failure.getMessage());
    }

    @Test
    void deniedAccess_isReported() {
        assertEquals(
                "api.github.com denies access to the token in GH_TOKEN (http status 403)",
                refused(Table.of("GH_TOKEN", "t"), API, 403, "x-ratelimit-remaining=4999")
                        .getMessage());
        assertEquals(
                "a private repository needs a token: set GH_TOKEN",
                refused(Table.of(), STATIC, 403, "").hint());
    }

    @Test
    void otherStatus_isLeftToTheHost() {
        FakeGitHub github = new FakeGitHub().refuse(STATIC, 502, Map.of());
        assertThrows(HttpStatusException.class, () -> Table.of().read(github, "a"));
    }
}
