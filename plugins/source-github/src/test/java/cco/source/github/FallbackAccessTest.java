package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A useless token does not block public repositories. */
class FallbackAccessTest {

    private static final String API = "https://api.github.com/repos/octo/hello/";
    private static final String RAW = "https://raw.githubusercontent.com/octo/hello/releases/";

    private final Table table = Table.of("GITHUB_TOKEN", "s3cret");
    private final FakeGitHub github = new FakeGitHub();

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void refusedToken_isOmitted_withOneNotice(int status) throws Exception {
        github.refuse(API + "contents/a.json?ref=releases", status, Map.of()).serve(RAW + "a.json", "public");
        github.refuse(API + "contents/b.json?ref=releases", status, Map.of()).serve(RAW + "b.json", "public");

        List<String> read = table.readAll(github, "a.json", "b.json");

        assertEquals(List.of("public", "public"), read);
        assertEquals(
                List.of("continuing without the token in GITHUB_TOKEN, which GitHub refuses for octo/hello"),
                github.notices());
        assertEquals(List.of(API + "contents/a.json?ref=releases", RAW + "a.json", RAW + "b.json"), github.asked());
        assertTrue(github.requests().get(1).headers().isEmpty(), "no header with the token");
    }

    @Test
    void privateRepository_isReportedWithTheToken() {
        github.refuse(API + "contents/a.json?ref=releases", 401, Map.of());
        IOException failure = assertThrows(IOException.class, () -> table.read(github, "a.json"));
        assertEquals("GitHub refuses the token in GITHUB_TOKEN (http status 401)", failure.getMessage());
        assertEquals(List.of(), github.notices());
    }

    @Test
    void failingServer_isNotARefusal() {
        github.refuse(API + "contents/a.json?ref=releases", 500, Map.of()).serve(RAW + "a.json", "public");
        assertThrows(IOException.class, () -> table.read(github, "a.json"));
        assertFalse(github.asked().contains(RAW + "a.json"));
    }
}
