package cco.source.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Checks our requests, and how we read responses, against GitHub's own description and recorded responses. */
class DescriptionTest {

    private static final String API = "https://api.github.com/repos/octo/hello/";

    private static String example(String name) throws IOException {
        JsonObject examples =
                Answers.description().getAsJsonObject("components").getAsJsonObject("examples");
        return examples.getAsJsonObject(name).get("value").toString();
    }

    /** A GitHub that answers every kind of question, with the description's own examples. */
    private static FakeGitHub github() throws IOException {
        return new FakeGitHub()
                .serve(API + "releases/tags/v1.0.0", example("release"))
                .serve(API + "releases/latest", example("release"))
                .serve(API + "releases/1/assets?per_page=100&page=1", example("release-asset-items"))
                .serve(API + "releases/assets/1", "bytes")
                .serve(API + "contents/metadata/1.root.json?ref=releases", "root");
    }

    @Test
    void everyRequest_isInTheDescription() throws Exception {
        FakeGitHub github = github();
        Table table = Table.of("GH_TOKEN", "t");
        assertEquals("bytes", table.read(github, "v1.0.0/example.zip"));
        assertEquals("root", table.read(github, "metadata/1.root.json"));
        assertThrows(IOException.class, () -> table.read(github, "v1.0.0/other"));
        Table latest = Table.of("GH_TOKEN", "t", "manifest", "release");
        assertEquals("bytes", latest.read(github, "example.zip"));
        Set<String> operations = new TreeSet<>();
        for (String address : github.asked()) {
            operations.add(operation(URI.create(address)));
        }
        assertEquals(
                Set.of(
                        "repos/get-content",
                        "repos/get-latest-release",
                        "repos/get-release-asset",
                        "repos/get-release-by-tag",
                        "repos/list-release-assets"),
                operations);
    }

    /** The only operation that matches the address, with all its parameters declared. */
    private static String operation(URI address) throws IOException {
        JsonObject description = Answers.description();
        for (var path : description.getAsJsonObject("paths").entrySet()) {
            String pattern = path.getKey()
                    .replaceAll("\\{path}", ".+")
                    .replaceAll("\\{\\w+_id}", "\\\\d+")
                    .replaceAll("\\{\\w+}", "[^/]+");
            if (address.getPath().matches(pattern)) {
                JsonObject operation = path.getValue().getAsJsonObject().getAsJsonObject("get");
                Set<String> declared = new TreeSet<>();
                operation.getAsJsonArray("parameters").forEach(one -> declared.add(queryName(description, one)));
                for (String parameter : address.getQuery() == null
                        ? new String[0]
                        : address.getQuery().split("&")) {
                    assertTrue(declared.contains(parameter.split("=")[0]), parameter + " of " + declared);
                }
                return operation.get("operationId").getAsString();
            }
        }
        throw new AssertionError("not described: " + address);
    }

    private static String queryName(JsonObject description, JsonElement parameter) {
        JsonObject resolved = parameter.getAsJsonObject();
        if (resolved.has("$ref")) {
            String name = resolved.get("$ref").getAsString().replaceFirst(".*/", "");
            resolved = description
                    .getAsJsonObject("components")
                    .getAsJsonObject("parameters")
                    .getAsJsonObject(name);
        }
        return resolved.get("in").getAsString().equals("query")
                ? resolved.get("name").getAsString()
                : "";
    }

    @Test
    void recordedResponses_leadToTheFile() throws Exception {
        FakeGitHub github = new FakeGitHub();
        for (JsonObject recorded : Answers.recorded()) {
            boolean raw = recorded.get("response").isJsonPrimitive();
            github.serve(
                    "https://api.github.com" + recorded.get("path").getAsString() + suffix(recorded),
                    raw
                            ? recorded.get("response").getAsString()
                            : recorded.get("response").toString());
        }
        Table uploads = Table.of("GH_TOKEN", "t", "repository", "octokit-fixture-org/release-assets");
        String found = uploads.read(github, "v1.0.0/test-upload.txt");
        assertTrue(found.contains("\"name\":\"test-upload.txt\""), found);
        Table branch =
                Table.of("GH_TOKEN", "t", "repository", "octokit-fixture-org/hello-world", "manifest", "branch:master");
        assertEquals("# hello-world", branch.read(github, "README.md"));
    }

    /** The recorded questions leave out what has a default. */
    private static String suffix(JsonObject recorded) {
        String path = recorded.get("path").getAsString();
        return path.endsWith("/assets") ? "?per_page=100&page=1" : path.contains("/contents/") ? "?ref=master" : "";
    }

    @Test
    void exampleOfARelease_isRead() throws IOException {
        GitHubRelease release = GitHubRelease.read(example("release").getBytes(StandardCharsets.UTF_8));
        assertEquals(1, release.id());
        assertEquals(Set.of("example.zip"), release.assets().keySet());
    }
}
