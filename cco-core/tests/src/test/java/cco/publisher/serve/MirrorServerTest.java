package cco.publisher.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.fetch.FetchLab;
import cco.core.fetch.VerifiedBlob;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorServerTest {

    @TempDir
    private Path temporary;

    private Path folder;
    private MirrorServer server;

    @BeforeEach
    void serve() throws Exception {
        folder = Files.createDirectories(temporary.resolve("repository"));
        Files.createDirectories(folder.resolve("v1.0.0"));
        Files.writeString(folder.resolve("file"), "0123456789");
        Files.writeString(folder.resolve("a b+c.json"), "{}");
        Files.writeString(folder.resolve("empty"), "");
        Files.writeString(temporary.resolve("secret"), "secret");
        server = new MirrorServer(folder, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** The whole response, read from a raw socket so that no client library changes it. */
    private String ask(String request, String... headers) throws IOException {
        URI address = server.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
            String head = request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + more + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static String header(String answer, String name) {
        return answer.lines()
                .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }

    private static String status(String answer) {
        return answer.substring(9, 12);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void file_isServedWithTagAndLength() throws Exception {
        String answer = ask("GET /file");
        assertEquals("200", status(answer));
        assertEquals("0123456789", body(answer));
        assertEquals("10", header(answer, "Content-Length"));
        assertEquals("application/octet-stream", header(answer, "Content-Type"));
        assertEquals("bytes", header(answer, "Accept-Ranges"));
        assertTrue(header(answer, "ETag").matches("\"\\w+-\\w+\""), answer);
    }

    @Test
    void head_hasNoBody() throws Exception {
        String answer = ask("HEAD /file");
        assertEquals("200", status(answer));
        assertEquals("", body(answer));
        assertEquals("10", header(answer, "Content-Length"));
    }

    @Test
    void escapedName_isDecodedOnce() throws Exception {
        assertEquals("application/json", header(ask("GET /a%20b+c.json"), "Content-Type"));
        assertEquals("{}", body(ask("GET /a%20b%2Bc.json")));
        assertEquals("404", status(ask("GET /a%2520b+c.json")));
    }

    @Test
    void emptyFile_hasLengthZero() throws Exception {
        String answer = ask("GET /empty");
        assertEquals("200", status(answer));
        assertEquals("0", header(answer, "Content-Length"));
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=4-, 206, 456789, bytes 4-9/10", "bytes=0-3, 206, 0123, bytes 0-3/10", "bytes=-2, 206, 89, bytes 8-9/10",
        "bytes=4-99, 206, 456789, bytes 4-9/10", "bytes=10-, 416, '', bytes */10", "bytes=-0, 416, '', bytes */10",
        "'bytes=0-1,3-4', 200, 0123456789, ''", "bytes=4-3, 200, 0123456789, ''", "lines=1-2, 200, 0123456789, ''",
        "bytes=-, 200, 0123456789, ''"
    })
    void range_isAnswered(String range, String status, String body, String contentRange) throws Exception {
        String answer = ask("GET /file", "Range: " + range);
        assertEquals(
                List.of(status, body, contentRange),
                List.of(status(answer), body(answer), header(answer, "Content-Range")));
    }

    @Test
    void ifRange_needsTheSameTag() throws Exception {
        String tag = header(ask("GET /file"), "ETag");
        assertEquals("206", status(ask("GET /file", "Range: bytes=4-", "If-Range: " + tag)));
        assertEquals("200", status(ask("GET /file", "Range: bytes=4-", "If-Range: \"other\"")));
        Files.writeString(folder.resolve("file"), "01234567890");
        assertEquals("200", status(ask("GET /file", "Range: bytes=4-", "If-Range: " + tag)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/missing",
                "/",
                "/v1.0.0",
                "/v1.0.0/",
                "/../secret",
                "/v1.0.0/../../secret",
                "/%2e%2e/secret",
                "/v1.0.0/%2e%2e%2f%2e%2e%2fsecret",
                "/..%5csecret",
                "//secret",
                "/file/",
                "/./file",
                "/file%00",
                "/link",
                "/dir/secret"
            })
    void pathOutsideFolder_isNotServed(String path) throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), temporary.resolve("secret"));
        Files.createSymbolicLink(folder.resolve("dir"), temporary);
        String answer = ask("GET " + path);
        assertTrue(List.of("400", "404").contains(status(answer)), answer);
        assertTrue(!answer.contains("secret"), answer);
    }

    @Test
    void linkInsideTheFolder_isFollowed() throws Exception {
        Files.createSymbolicLink(folder.resolve("latest"), Path.of("file"));
        assertEquals("0123456789", body(ask("GET /latest")));
    }

    @Test
    void otherMethods_areRefused() throws Exception {
        String answer = ask("DELETE /file");
        assertEquals("405", status(answer));
        assertEquals("GET, HEAD", header(answer, "Allow"));
        assertTrue(Files.exists(folder.resolve("file")));
    }

    @Test
    void fetcher_resumesDownload() throws Exception {
        FetchLab lab = new FetchLab(temporary.resolve("lab"));
        try (MirrorServer mirror = new MirrorServer(lab.repository, 0)) {
            lab.leavePartial(Arrays.copyOf(lab.archive, 1000));
            VerifiedBlob blob = lab.fetch(FetchLab.PATIENT, new FetchLab.Mirror(mirror.address()));
            assertArrayEquals(lab.archive, Files.readAllBytes(blob.path()));
        }
    }

    @Test
    void takenPortOrMissingFolder_isUsageError() {
        int port = server.address().getPort();
        assertThrows(UsageException.class, () -> new MirrorServer(folder, port).close());
        assertThrows(UsageException.class, () -> new MirrorServer(folder.resolve("missing"), 0).close());
    }
}
