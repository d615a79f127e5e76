package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting of the configuration has its documented effect. */
@Execution(ExecutionMode.CONCURRENT)
class SettingsIT {

    /** The classes with tests marked {@link TestsSettings}: some settings need a proxy or a terminal. */
    private static final List<Class<?>> TESTS = List.of(
            SettingsIT.class,
            GitHubSettingsIT.class,
            BackgroundIT.class,
            LifecycleIT.class,
            ProxyIT.class,
            SignedRepositoryIT.class,
            TelemetryIT.class);

    /** The engine reads these for every source; one source is enough to test them. */
    private static final Set<String> COMMON =
            Set.of("headers", "metadata_path", "password", "targets_path", "username");

    private static final String HELLO = "apps.hello.";

    @TempDir
    static Path shared;

    private static Path repository;
    private static FaultyServer server;

    @TempDir
    Path folder;

    private Installation hello;

    @BeforeAll
    static void releaseThreeVersions() throws IOException {
        Publisher publisher = Installation.publisher(shared).release("1.2.0-beta.1");
        repository = publisher.repository();
        server = FaultyServer.serving(repository);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void installFirst() throws IOException {
        hello = new Installation(folder, repository);
    }

    @Test
    void settingThatItsSourceRefuses_isNotWritten() throws IOException {
        hello.machine()
                .cco("config", "set", HELLO + "sources.mirror.urls", "a,b")
                .exits(2)
                .complains("apps.hello.sources.mirror.urls: ");
        hello.machine().cco("list").exits(0);
    }

    private void set(String key, String value) throws IOException {
        hello.machine().cco("config", "set", key, value).exits(0);
    }

    private Run check() throws IOException {
        return hello.update("--check");
    }

    @Test
    @TestsSettings("updates.auto_install")
    void autoInstall_updatesWithoutYes() throws IOException {
        hello.machine().cco("update", "hello").exits(100);
        hello.isUntouched();
        set("updates.auto_install", "true");
        hello.machine().cco("update", "hello").exits(0).prints("updated hello from 1.0.0 to 1.1.0");
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    /** The last check was three days ago, without jitter. */
    @ParameterizedTest
    @CsvSource({"daily, true", "weekly, false", "never, false"})
    @TestsSettings("updates.check_interval")
    void checkInterval_decidesWhetherCheckIsDue(String interval, boolean checks) throws IOException {
        set("updates.check_interval", interval);
        check().exits(100);
        StoredSchedule kept = StoredSchedule.of(hello.machine(), "hello").makeDue();
        Instant last = Instant.now().minus(Duration.ofDays(3));
        Files.writeString(
                kept.schedule(),
                kept.text()
                        .replaceAll("(?m)^last_check = .*", "last_check = \"" + last + "\"")
                        .replaceAll("(?m)^spread = .*", "spread = 0"));
        hello.machine().cco("update", "--background", "hello").exits(0);
        assertEquals(checks, kept.text().contains("finding = \"hello 1.1.0 is available"), kept.text());
    }

    @Test
    @TestsSettings("updates.channel")
    void channel_isFollowed() throws IOException {
        set("updates.channel", "beta");
        check().exits(100).prints("1.2.0-beta.1").prints("channel:   beta");
    }

    @Test
    @TestsSettings("updates.verify_signatures")
    void verifySignaturesOff_sourceNeedsNoTrustMode() throws IOException {
        hello.machine().cco("config", "unset", HELLO + "sources.file.trust").exits(0);
        check().exits(2).complains("the pinned keys are missing");
        set(HELLO + "updates.verify_signatures", "false");
        check().exits(100);
    }

    @Test
    @TestsSettings({"updates.source", "sources.mirror.urls", "sources.mirror.trust"})
    void source_isUsedForUpdates() throws IOException {
        set(HELLO + "sources.mirror.urls", "[\"" + server.address() + "\"]");
        set(HELLO + "sources.mirror.trust", "sha256");
        int before = server.requests().size();
        check().exits(100);
        assertEquals(before, server.requests().size(), "mirror is not the source yet");
        set(HELLO + "updates.source", "mirror");
        check().exits(100);
        assertTrue(server.requests().size() > before);
        set(HELLO + "sources.mirror.trust", "tuf");
        check().exits(2).complains("the pinned keys are missing");
    }

    @Test
    @TestsSettings({"sources.file.path", "sources.file.trust"})
    void filePath_isTheFolderToRead() throws IOException {
        String moved = folder.resolve("moved").toString();
        set(HELLO + "sources.file.path", moved);
        check().exits(3).complains(moved);
        hello.machine().run(List.of("cp", "-a", repository.toString(), moved)).exits(0);
        check().exits(100);
        set(HELLO + "sources.file.trust", "gpg");
        check().exits(2).complains("the pinned keys are missing");
    }

    @Test
    @TestsSettings("updates.skip_versions")
    void skippedVersion_isInstalledOnlyByNumber() throws IOException {
        set(HELLO + "updates.skip_versions", "1.1.0");
        hello.update().exits(0).prints("it is in updates.skip_versions");
        hello.machine().installed("hello").prints("hello from 1.0.0");
        hello.update("--yes", "--version", "1.1.0").exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    @TestsSettings("updates.minimum_age")
    void minimumAge_holdsBackYoungVersion() throws IOException {
        long age = Duration.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.now())
                .toDays();
        set("updates.minimum_age", age + 2 + "d");
        hello.update().exits(0).prints("updates.minimum_age delays it until ");
        hello.machine().installed("hello").prints("hello from 1.0.0");
        set("updates.minimum_age", "1h");
        hello.updates();
    }

    @Test
    @TestsSettings("updates.strict_channel")
    void strictChannel_ignoresMoreStableReleases() throws IOException {
        set(HELLO + "updates.channel", "beta");
        set(HELLO + "updates.skip_versions", "1.2.0-beta.1");
        check().exits(100).prints("hello 1.1.0 is available");
        set(HELLO + "updates.strict_channel", "true");
        check().exits(0).prints("1.2.0-beta.1 is held back");
    }

    @Test
    @TestsSettings("network.timeout_seconds")
    void timeout_limitsWaitForSilentServer() throws IOException {
        try (FaultyServer silent = FaultyServer.serving(repository)) {
            silent.fail(".json", Faults.STALLED_BEFORE_HEADERS);
            set(HELLO + "sources.mirror.urls", silent.address().toString());
            set(HELLO + "sources.mirror.trust", "sha256");
            set(HELLO + "updates.source", "mirror");
            set("network.timeout_seconds", "1");
            check().exits(3).complains("no answer within 1 s");
        }
    }

    @Test
    @TestsSettings("verifiers.required")
    void requiredVerifier_mustExist() throws IOException {
        set("verifiers.required", "sha256,acme");
        hello.update().exits(8).complains("acme");
        set("verifiers.required", "sha256");
        hello.updates();
    }

    @Test
    @TestsSettings({"sources.*.username", "sources.*.password", "sources.*.headers"})
    void login_isSentToSource() throws IOException {
        List<String> logins = new CopyOnWriteArrayList<>();
        HttpServer closed = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        closed.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            logins.add(headers.getFirst("Authorization") + " " + headers.getFirst("X-Team"));
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        closed.start();
        try {
            set(
                    HELLO + "sources.mirror.urls",
                    "http://127.0.0.1:" + closed.getAddress().getPort());
            set(HELLO + "sources.mirror.trust", "sha256");
            set(HELLO + "updates.source", "mirror");
            set(HELLO + "sources.mirror.username", "reader");
            set(HELLO + "sources.mirror.password", "s3cret");
            set(HELLO + "sources.mirror.headers", "X-Team: blue");
            Run run = check().exits(3);
            assertFalse(run.toString().contains("s3cret"), run.toString());
            assertTrue(logins.contains("Basic cmVhZGVyOnMzY3JldA== blue"), logins.toString());
        } finally {
            closed.stop(0);
        }
    }

    @Test
    void everySetting_hasTest() throws IOException {
        Stream<String> settings = hello.machine().cco("config", "show", "--json").exits(0).events().stream()
                .filter(event -> !event.get("from").getAsString().equals("schedule"))
                .map(event -> event.get("key").getAsString())
                .filter(key -> !key.startsWith(HELLO));
        Stream<String> sources = Stream.of("file", "github", "mirror").flatMap(this::keys);
        Set<String> tested = TESTS.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(SettingsIT::changed)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Stream.concat(settings, sources).collect(Collectors.toCollection(TreeSet::new)), tested);
    }

    /** The settings of a source, from the hint about an unknown one. */
    private Stream<String> keys(String source) {
        try {
            String table = "sources." + source + ".";
            String hint = hello.machine()
                    .cco("config", "set", table + "xyz-xyz-xyz-xyz-xyz", "x")
                    .exits(2)
                    .err();
            return Stream.of(hint.strip().replaceFirst("(?s).* are ", "").split(", "))
                    .map(key -> COMMON.contains(key) ? "sources.*." + key : table + key);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> changed(Method method) {
        Optional<TestsSettings> changes = Optional.ofNullable(method.getAnnotation(TestsSettings.class));
        boolean isTest = method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(ParameterizedTest.class);
        assertFalse(changes.isPresent() && !isTest, method.toString());
        return changes.stream().flatMap(keys -> Arrays.stream(keys.value()));
    }
}
