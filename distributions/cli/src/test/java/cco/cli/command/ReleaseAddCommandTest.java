package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.repository.AddRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseAddCommandTest {

    private static final Path ARCHIVE = Path.of("hello.tar.gz");

    private static AddRequest request(String... options) throws UsageException {
        List<String> words = new ArrayList<>(List.of(
                "release",
                "add",
                "--app",
                "hello",
                "--version",
                "1.0.0",
                "--platform",
                "linux-x86_64",
                "--repository",
                "r",
                ARCHIVE.toString()));
        words.addAll(List.of(options));
        return ((ReleaseAddCommand) CommandLine.parse(words).command()).request(ARCHIVE);
    }

    @Test
    void defaults_areAppNameAndVersionFlag() throws UsageException {
        AddRequest request = request();
        assertEquals(new AppName("hello"), request.app());
        assertEquals(Version.of("1.0.0"), request.version());
        assertEquals("hello", request.build().programs().executable());
        assertEquals(List.of("--version"), request.build().smokeArguments());
        assertEquals(Set.of(Channel.STABLE), request.channels());
        assertEquals(Optional.empty(), request.announcement().notes());
        assertTrue(!request.announcement().date().isAfter(Instant.now()));
    }

    @Test
    void options_reachTheRequest() throws UsageException {
        AddRequest request = request(
                "--channel",
                "beta",
                "--channel",
                "early",
                "--date",
                "2026-01-31T10:00:00Z",
                "--notes",
                "https://x",
                "--breaking",
                "--critical",
                "--executable",
                "bin/hi",
                "--smoke",
                "version  --short",
                "--health",
                "selftest --quick");
        assertEquals(Set.of(new Channel("beta"), new Channel("early")), request.channels());
        assertEquals(
                Instant.parse("2026-01-31T10:00:00Z"), request.announcement().date());
        assertEquals(Optional.of("https://x"), request.announcement().notes());
        assertTrue(request.announcement().breaking() && request.announcement().critical());
        assertEquals("bin/hi", request.build().programs().executable());
        assertEquals(List.of("version", "--short"), request.build().smokeArguments());
        assertEquals(List.of("selftest", "--quick"), request.build().programs().healthArguments());
    }

    @Test
    void furtherCommands_reachTheRequest() throws UsageException {
        Map<String, String> commands = request("--command", "hello-admin=bin/admin,x", "--command", "hi=a=b")
                .build()
                .programs()
                .commands();
        assertEquals(Map.of("hello-admin", "bin/admin,x", "hi", "a=b"), commands);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello-admin", "hello-admin=", "=x", "../x=x", "hello=x", "Hello=x", "x/y=x"})
    void malformedCommand_isRefused(String command) {
        assertThrows(UsageException.class, () -> request("--command", command));
    }

    @Test
    void commandGivenTwice_isRefused() {
        assertThrows(UsageException.class, () -> request("--command", "x=a", "--command", "x=b"));
        assertThrows(UsageException.class, () -> request("--command", "x=a", "--command", "X=b"));
    }

    @Test
    void smokeArguments_mayLookLikeOptions() throws UsageException {
        assertEquals(
                List.of("--json", "--version"),
                request("--smoke", "--json --version").build().smokeArguments());
        assertEquals(List.of("--help"), request("--smoke=--help").build().smokeArguments());
        assertEquals(List.of(), request("--no-smoke").build().smokeArguments());
        assertThrows(UsageException.class, () -> request("--no-smoke", "--smoke", "x"));
    }
}
