package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Resource;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import cco.tck.server.HttpRequest;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HttpTransportTest {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer secret");
    private static final Map<String, String> HOUSE =
            Map.of("User-Agent", "cco/1.0.0", "X-CCO-Platform", "linux-x86_64");

    @TempDir
    private Path folder;

    private FaultyServer server;
    private final byte[] bytes = "0123456789".getBytes();

    @BeforeEach
    void serve() throws IOException {
        Files.write(folder.resolve("file"), bytes);
        server = FaultyServer.serving(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private Content get(Resource resource) throws Exception {
        return get(Duration.ofMinutes(1), resource);
    }

    private Content get(Duration timeout, Resource resource) throws Exception {
        NetworkSettings settings = new NetworkSettings(timeout, Optional.empty(), Certificates.ofSystem(""), HOUSE);
        return new HttpTransport(settings).get(URI.create(server.address() + "/file"), resource, TOKEN);
    }

    private <E extends IOException> E refused(Class<E> kind) {
        return assertThrows(kind, () -> get(Resource.whole("file")).close());
    }

    @Test
    void wholeFile_hasLengthAndStrongTag() throws Exception {
        try (Content content = get(Resource.whole("file"))) {
            assertArrayEquals(bytes, content.stream().readAllBytes());
            assertEquals(0, content.offset());
            assertEquals(OptionalLong.of(10), content.length());
            assertTrue(content.validator().get().startsWith("\""));
        }
        HttpRequest request = server.lastRequest();
        assertEquals(Optional.of("cco/1.0.0"), request.header("user-agent"));
        assertEquals(Optional.of("linux-x86_64"), request.header("x-cco-platform"));
        assertEquals(Optional.of("Bearer secret"), request.header("authorization"));
        assertEquals(Optional.of("identity"), request.header("accept-encoding"));
        assertEquals(Optional.empty(), request.header("range"));
    }

    @Test
    void range_startsAtTheOffset() throws Exception {
        try (Content content = get(new Resource("file", 4, Optional.empty()))) {
            assertEquals("456789", new String(content.stream().readAllBytes()));
            assertEquals(4, content.offset());
            assertEquals(OptionalLong.of(6), content.length());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_RANGE", "REFUSES_RANGE", "IGNORES_RANGE", "CHANGED"})
    void ignoredRange_becomesTheWholeFile(Faults fault) throws Exception {
        server.fail("file", fault);
        try (Content content = get(new Resource("file", 4, Optional.of("\"tag\"")))) {
            assertEquals(0, content.offset());
            assertArrayEquals(bytes, content.stream().readAllBytes());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ETag: W/\"weak\" | ",
                "ETag: unquoted | ",
                "ETag: \"strong\" | \"strong\"",
                "Last-Modified: Tue, 02 Jan 2024 03:04:05 GMT | Tue, 02 Jan 2024 03:04:05 GMT",
                "Last-Modified: Tue, 02 Jan 2035 03:04:05 GMT | "
            })
    void onlyStrongValidators_areKept(String header, String validator) throws Exception {
        String date = "Date: Wed, 03 Jan 2024 00:00:00 GMT";
        server.fail("file", Fault.status("200 OK", header, date, "Content-Length: 0"));
        try (Content content = get(Resource.whole("file"))) {
            assertEquals(Optional.ofNullable(validator), content.validator());
        }
    }

    @ParameterizedTest
    @CsvSource({"404 Not Found", "410 Gone"})
    void missingFile_isNoSuchFile(String status) {
        server.fail("file", Fault.status(status));
        refused(NoSuchFileException.class);
    }

    @Test
    void forbiddenFile_isAccessDenied() {
        server.fail("file", Fault.status("403 No"));
        assertEquals("http status 403", refused(AccessDeniedException.class).getReason());
    }

    @Test
    void refusal_hasStatusAndHeaders_butNotTheQuery() throws IOException {
        try (FaultyServer store = FaultyServer.serving(folder)) {
            server.fail("file", Fault.redirect(store.address() + "/stored?signature=secret"));
            store.fail("stored", Fault.status("403 No", "X-RateLimit-Remaining: 0"));
            AccessDeniedException refusal = refused(AccessDeniedException.class);
            assertEquals(store.address() + "/stored", refusal.getFile());
            HttpStatusException cause = assertInstanceOf(HttpStatusException.class, refusal.getCause());
            assertEquals(403, cause.status());
            assertEquals("127.0.0.1", cause.host());
            assertEquals(Optional.of("0"), cause.header("x-ratelimit-remaining"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "500 Oops, http status 500", "401 Who, the server asks for a login (http status 401)",
                "204 None, http status 204",
        "206 Partial, http status 206", "304 Same, http status 304", "503 Busy, the server is busy (http status 503)"
    })
    void otherStatus_isAnError(String status, String message) {
        server.fail("file", Fault.status(status, "Content-Length: 0"));
        assertEquals(message, refused(IOException.class).getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120 | : retry after 120 s",
                "Fri, 31 Dec 2027 23:59:59 GMT | : retry after Fri, 31 Dec 2027 23:59:59 GMT",
                "<script> | ''"
            })
    void busyServer_isReportedWithItsRetryTime(String header, String message) {
        server.fail("file", Fault.status("429 Slow down", "Retry-After: " + header));
        assertEquals(
                "the server is busy (http status 429)" + message,
                refused(IOException.class).getMessage());
    }

    @Test
    void compressedFile_isRefused() {
        server.fail("file", Faults.COMPRESSED);
        assertTrue(refused(IOException.class).getMessage().contains("compresses"));
    }

    @Test
    void redirectWithoutAddress_isRefused() {
        server.fail("file", Fault.status("302 Found", "Content-Length: 0"));
        assertEquals("redirects without an address", refused(IOException.class).getMessage());
        assertEquals(1, server.requests().size());
    }

    @Test
    void redirectLoop_ends() {
        server.fail("file", Fault.redirect("/file"));
        assertEquals("redirects more than 5 times", refused(IOException.class).getMessage());
        assertEquals(6, server.requests().size());
    }

    @ParameterizedTest
    @CsvSource({"http://mirror.example.com/file", "file:///etc/passwd"})
    void redirectToPlainHttp_isRefused(String location) {
        server.fail("file", Fault.redirect(location));
        assertTrue(refused(IOException.class).getMessage().contains("redirects to " + location));
        assertEquals(1, server.requests().size());
    }

    @Test
    void redirect_dropsTheToken_alsoOnTheWayBack() throws Exception {
        try (FaultyServer other = FaultyServer.serving(folder)) {
            Files.write(folder.resolve("back"), bytes);
            server.fail("file", Fault.redirect(other.address() + "/away"));
            other.fail("away", Fault.redirect(server.address() + "/back"));
            get(Resource.whole("file")).close();
            assertEquals(Optional.empty(), other.lastRequest().header("Authorization"));
            assertEquals("/back", server.lastRequest().path());
            assertEquals(Optional.empty(), server.lastRequest().header("Authorization"));
            assertEquals(Optional.of("cco/1.0.0"), other.lastRequest().header("User-Agent"));
        }
    }

    @Test
    void redirectOnTheSameServer_keepsTokenAndRange() throws Exception {
        Files.write(folder.resolve("there"), bytes);
        server.fail("file", Fault.redirect("there"));
        get(new Resource("file", 4, Optional.empty())).close();
        assertEquals(
                TOKEN.get("Authorization"),
                server.lastRequest().header("Authorization").get());
        assertEquals(4, server.lastRequest().offset());
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLED_BEFORE_HEADERS", "DRIPPING_HEADERS"})
    void endlessHeaders_endInTime(Faults fault) {
        server.fail("file", fault);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThrows(
                        SocketTimeoutException.class,
                        () -> get(Duration.ofMillis(200), Resource.whole("file"))
                                .close()));
    }

    @Test
    void drippingHeaders_areCutOff() throws Exception {
        Thread[] dripping = new Thread[1];
        server.fail("file", exchange -> {
            dripping[0] = Thread.currentThread();
            Faults.DRIPPING_HEADERS.answer(exchange);
        });
        assertThrows(
                SocketTimeoutException.class,
                () -> get(Duration.ofMillis(500), Resource.whole("file")).close());
        // The server's thread only ends because its client is gone.
        assertTrue(dripping[0].join(Duration.ofSeconds(30)));
    }

    @Test
    void silentBody_endsInTime() throws Exception {
        server.fail("file", Faults.STALLED_HALFWAY);
        try (Content content = get(Duration.ofMillis(500), Resource.whole("file"))) {
            IOException silent =
                    assertThrows(IOException.class, () -> content.stream().readAllBytes());
            assertEquals("silent for 500 ms after 5 bytes", silent.getMessage());
        }
    }
}
