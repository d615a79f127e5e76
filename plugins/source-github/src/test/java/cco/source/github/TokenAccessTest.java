package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.OriginException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenAccessTest {

    private static final String API = "https://api.github.com/repos/octo/hello/";
    private static final String RELEASE = API + "releases/tags/v1.0.0";

    private final Table table = Table.of("GH_TOKEN", "s3cret");
    private final FakeGitHub github = new FakeGitHub();

    /** Names {@code file<from>} and so on, each with its number as id. */
    private static String assets(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(id -> "{\"name\": \"file" + id + "\", \"id\": " + id + ", \"uploader\": {\"id\": 0}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String release(String assets) {
        return "{\"author\": {\"id\": 1, \"assets\": []}, \"id\": 7, \"assets\": " + assets + ", \"body\": null}";
    }

    private IOException refused(String path) {
        return assertThrows(IOException.class, () -> table.read(github, path));
    }

    @Test
    void fileOfARelease_isFoundByItsNumber() throws Exception {
        github.serve(RELEASE, release(assets(1, 4))).serve(API + "releases/assets/3", "bytes");
        assertEquals("bytes", table.read(github, "v1.0.0/file3"));
        assertEquals(List.of(RELEASE, API + "releases/assets/3"), github.asked());
        FakeGitHub.Request last = github.requests().getLast();
        assertEquals("Bearer s3cret", last.headers().get("Authorization"));
        assertEquals("application/octet-stream", last.headers().get("Accept"));
    }

    @Test
    void fileOfABranch_isReadRaw() throws Exception {
        github.serve(API + "contents/metadata/1.root.json?ref=releases", "root");
        assertEquals("root", table.read(github, "metadata/1.root.json"));
        assertEquals(
                "application/vnd.github.raw+json",
                github.requests().getFirst().headers().get("Accept"));
    }

    @Test
    void manifest_ofTheLatestRelease() throws Exception {
        github.serve(API + "releases/latest", release("[{\"id\": 5, \"name\": \"version-manifest.json\"}]"))
                .serve(API + "releases/assets/5", "manifest");
        Table latest = Table.of("manifest", "release", "GITHUB_TOKEN", "s3cret");
        assertEquals("manifest", latest.read(github, "version-manifest.json"));
    }

    @Test
    void publicServer_neverSeesTheToken() throws Exception {
        github.serve("https://octo.github.io/hello/a.json", "manifest");
        assertEquals(
                "manifest", Table.of("manifest", "pages", "GH_TOKEN", "s3cret").read(github, "a.json"));
        assertEquals(Map.of(), github.requests().getFirst().headers());
    }

    @Test
    void enterpriseServer_hasItsApiBelowItsOwnAddress() throws Exception {
        String api = "https://ghe.example.com/api/v3/repos/octo/hello/";
        github.serve(api + "contents/a.json?ref=releases", "manifest");
        Table enterprise = Table.of("base", "https://ghe.example.com", "GH_ENTERPRISE_TOKEN", "s3cret");
        assertEquals("manifest", enterprise.read(github, "a.json"));
    }

    @Test
    void severalPagesOfFiles_areSearched() throws Exception {
        String pages = API + "releases/7/assets?per_page=100&page=";
        github.serve(RELEASE, release(assets(0, 30)))
                .serve(pages + 1, assets(0, 100))
                .serve(pages + 2, assets(100, 150))
                .serve(API + "releases/assets/149", "bytes");
        assertEquals("bytes", table.read(github, "v1.0.0/file149"));
        assertEquals(4, github.requests().size());
    }

    @Test
    void endlessPages_end() {
        github.serve(RELEASE, release("[]"));
        for (int page = 1; page < 100; page++) {
            github.serve(API + "releases/7/assets?per_page=100&page=" + page, assets(0, 100));
        }
        assertInstanceOf(NoSuchFileException.class, refused("v1.0.0/other"));
        assertEquals(11, github.requests().size());
    }

    @Test
    void missingFile_isReported() {
        github.serve(RELEASE, release("[]")).serve(API + "releases/7/assets?per_page=100&page=1", "[]");
        NoSuchFileException failure = assertInstanceOf(NoSuchFileException.class, refused("v1.0.0/other"));
        assertEquals("the release v1.0.0 of octo/hello has no file other", failure.getReason());
    }

    @Test
    void missingRelease_isReported_withAHint() {
        NoSuchFileException failure = assertInstanceOf(NoSuchFileException.class, refused("v1.0.0/other"));
        assertEquals("octo/hello has no release v1.0.0 that the token in GH_TOKEN may read", failure.getReason());
        OriginException cause = assertInstanceOf(OriginException.class, failure.getCause());
        assertTrue(cause.hint().contains("the token may read"), cause.hint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}x",
                "{'id': 1}",
                "{\"id\": \"x\"}",
                "{\"id\": 1e99}",
                "{\"id\": 1, \"assets\": {}}",
                "{\"id\": 1, \"assets\": [1]}",
                "{\"id\": 1, \"assets\": [{\"name\": []}]}",
                "{\"id\": 1} {}"
            })
    void malformedResponse_isAnError(String answer) {
        github.serve(RELEASE, answer);
        assertEquals(
                "the response of GitHub's API is malformed", refused("v1.0.0/a").getMessage());
    }

    @Test
    void deeplyNestedResponse_isRefused() {
        github.serve(RELEASE, "{\"x\": " + "[".repeat(100_000));
        assertEquals(
                "the response of GitHub's API is malformed", refused("v1.0.0/a").getMessage());
    }

    @Test
    void endlessResponse_isRefused() {
        github.stream(RELEASE, new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        });
        assertTrue(refused("v1.0.0/a").getMessage().startsWith("the response of GitHub's API is longer than"));
    }

    @Test
    void tooManyFiles_areRefused() {
        github.serve(RELEASE, release(assets(0, 1001)));
        assertEquals(
                "the response of GitHub's API is malformed", refused("v1.0.0/a").getMessage());
    }

    @Test
    void token_isInNoMessage() {
        github.refuse(API + "contents/a?ref=releases", 401, Map.of("X", "s3cret"));
        for (Throwable failure = refused("a"); failure != null; failure = failure.getCause()) {
            assertFalse(failure.toString().contains("s3cret"), failure.toString());
        }
    }
}
