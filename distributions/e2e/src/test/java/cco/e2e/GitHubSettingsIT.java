package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings in {@code [sources.github]}, observed by the requests that the server receives. */
class GitHubSettingsIT {

    @TempDir
    static Path shared;

    private static Path repository;

    @TempDir
    Path folder;

    private GitHubServer github;
    private Installation hello;

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        repository = Installation.publisher(shared).repository();
    }

    @BeforeEach
    void installFromFolderThenSwitchToGitHub() throws IOException {
        hello = new Installation(folder, repository);
        start(Optional.empty());
        set("repository", "octo/hello");
        set("trust", "sha256");
        hello.machine()
                .cco("config", "set", "apps.hello.updates.source", "github")
                .exits(0);
    }

    @AfterEach
    void stop() {
        github.close();
    }

    private void start(Optional<String> token) throws IOException {
        github = new GitHubServer(repository, token);
        set("base", github.address().toString());
    }

    private void set(String key, String value) throws IOException {
        Run run = hello.machine()
                .cco("config", "set", "apps.hello.sources.github." + key, value)
                .exits(0);
        assertTrue(!key.equals("token") || !run.toString().contains(value), run.toString());
    }

    private List<String> asked() {
        return github.requests().stream().map(GitHubServer.Request::path).toList();
    }

    @Test
    @TestsSettings({"sources.github.repository", "sources.github.base", "sources.github.trust"})
    void repositoryAndBase_decideWhereToAsk() throws IOException {
        hello.updates();
        assertEquals("/octo/hello/raw/releases/version-manifest.json", asked().getFirst());
        set("repository", "octo/other");
        hello.update("--check").exits(3).complains("/octo/other/");
        set("trust", "gpg");
        hello.update("--check").exits(2).complains("the pinned keys are missing");
    }

    @Test
    @TestsSettings("sources.github.manifest")
    void manifest_mayBeOnOtherBranch() throws IOException {
        set("manifest", "branch:next:dist");
        hello.update("--check").exits(3).complains("/octo/hello/raw/next/dist/version-manifest.json");
    }

    @Test
    @TestsSettings("sources.github.tag")
    void tag_isTemplateForReleaseNames() throws IOException {
        set("tag", "hello-{version}");
        hello.update().exits(3).complains("/octo/hello/releases/download/hello-1.1.0/");
    }

    @Test
    @TestsSettings("sources.github.token")
    void token_givesAccessToPrivateRepository() throws IOException {
        github.close();
        start(Optional.of("ghp_s3cret"));
        hello.update().exits(3).complains("a private one needs a token");
        set("token", "ghp_s3cret");
        hello.updates();
        Path config = hello.machine().home().resolve("config/config.toml");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(config)));
    }
}
