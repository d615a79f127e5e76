package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.e2e.GitHubServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signed releases on GitHub, in a public and in a private repository. */
class GitHubIT {

    private static final String TOKEN = "ghp_s3cret";

    @TempDir
    static Path shared;

    private static Path repository;
    private static Path root;

    @TempDir
    Path folder;

    private Machine user;
    private final List<Run> runs = new ArrayList<>();
    private final List<GitHubServer> servers = new ArrayList<>();

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        Machine machine = new Machine(shared.resolve("machine"));
        SigningKeys.write(machine, "hello");
        Publisher publisher = new Publisher(shared.resolve("builds"), "hello");
        repository = publisher.repository();
        machine.cco("release", "init", "--app", "hello", "--repository", repository.toString())
                .exits(0);
        publisher.release("1.0.0").release("1.1.0");
        machine.cco("release", "sign", "--repository", repository.toString()).exits(0);
        root = repository.resolve("metadata/1.root.json");
    }

    @BeforeEach
    void newMachine() throws IOException {
        user = new Machine(folder.resolve("machine"));
    }

    @AfterEach
    void stopServersAndRequireNoTokenInFiles() throws IOException {
        servers.forEach(GitHubServer::close);
        for (Run run : runs) {
            assertFalse((run.out() + run.err()).contains(TOKEN), run.toString());
        }
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(TOKEN), file.toString());
            }
        }
    }

    private GitHubServer server(Optional<String> token) throws IOException {
        GitHubServer server = new GitHubServer(repository, token);
        servers.add(server);
        return server;
    }

    private Run cco(String... arguments) throws IOException {
        Run run = user.cco(arguments);
        runs.add(run);
        return run;
    }

    private Run install(GitHubServer server, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--verbose",
                "install",
                "hello",
                "--version",
                "1.0.0",
                "--root",
                root.toString(),
                "--from",
                "github:" + server.address() + "/octo/hello"));
        arguments.addAll(List.of(options));
        return cco(arguments.toArray(String[]::new));
    }

    private static List<String> tokens(GitHubServer github, String server) {
        return github.requests().stream()
                .filter(request -> request.server().equals(server))
                .map(Request::token)
                .distinct()
                .toList();
    }

    @Test
    void publicRepository_isUsedWithoutApi() throws IOException {
        GitHubServer github = server(Optional.empty());
        user.with("GH_TOKEN", TOKEN);
        install(github).exits(0);
        cco("unhold", "hello").exits(0);
        cco("update", "hello", "--check").exits(100);
        cco("--verbose", "update", "hello", "--yes").exits(0).prints("1.1.0");
        user.installed("hello").prints("hello from 1.1.0");
        assertEquals(List.of(""), tokens(github, "site"));
        assertEquals(List.of(""), tokens(github, "store"));
        assertEquals(List.of(), tokens(github, "api"), "a token for github.com is not sent to another server");
    }

    @Test
    void privateRepository_isUsedWithTokenForApiOnly() throws IOException {
        GitHubServer github = server(Optional.of(TOKEN));
        user.with("GH_ENTERPRISE_TOKEN", TOKEN);
        install(github).exits(0);
        cco("unhold", "hello").exits(0);
        cco("--json", "update", "hello", "--yes").exits(0).prints("updated");
        user.installed("hello").prints("hello from 1.1.0");
        assertEquals(List.of("Bearer " + TOKEN), tokens(github, "api"));
        assertEquals(List.of(""), tokens(github, "store"));
        // Until GitHub has accepted the token, a missing file may mean that it refuses it.
        assertTrue(tokens(github, "site").stream().allMatch(String::isEmpty), "the site gets no token");
        assertTrue(github.requests().stream().anyMatch(request -> request.path().endsWith("page=2")), "two pages");
    }

    @Test
    void privateRepositoryWithoutToken_isErrorWithHint() throws IOException {
        install(server(Optional.of(TOKEN)))
                .exits(3)
                .complains("/octo/hello/raw/releases/metadata/timestamp.json")
                .complains("a private one needs a token: set GH_ENTERPRISE_TOKEN");
        assertFalse(Files.exists(user.home().resolve("bin/hello")));
    }

    @Test
    void wrongToken_isRefused() throws IOException {
        user.with("GITHUB_ENTERPRISE_TOKEN", "wrong");
        install(server(Optional.of(TOKEN)))
                .exits(3)
                .complains("GitHub refuses the token in GITHUB_ENTERPRISE_TOKEN (http status 401)")
                .complains("hint: create a new one, or remove it");
    }

    @Test
    void malformedToken_isRefusedAndNotPrinted() throws IOException {
        user.with("GH_ENTERPRISE_TOKEN", TOKEN + " ");
        install(server(Optional.of(TOKEN))).exits(2).complains("the value in GH_ENTERPRISE_TOKEN is not a token");
    }

    @Test
    void rateLimit_namesTimeToTryAgain() throws IOException {
        GitHubServer github = server(Optional.of(TOKEN));
        user.with("GH_ENTERPRISE_TOKEN", TOKEN);
        install(github).exits(0);
        cco("unhold", "hello").exits(0);
        github.exhaust(Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1767225600"));
        cco("update", "hello", "--yes")
                .exits(3)
                .complains("127.0.0.1's rate limit is used up for the token in GH_ENTERPRISE_TOKEN (http status 403)")
                .complains("hint: try again after 2026-01-01 00:00 UTC");
        user.installed("hello").prints("hello from 1.0.0");
    }
}
