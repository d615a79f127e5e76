package cco.tuf;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.SourceException;
import cco.core.tuf.MetadataRequest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter alone; the engine's tests cover the client. */
class TufClientTest {

    @TempDir
    Path folder;

    private HttpServer server;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestURI().getRawPath().getBytes();
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void init_storesTheRootUnchanged() throws Exception {
        Path root = Files.writeString(folder.resolve("given.json"), "anything");
        Path metadata = folder.resolve("metadata");

        TufClient.run("--metadata-dir", metadata.toString(), "init", root.toString());

        assertArrayEquals(Files.readAllBytes(root), Files.readAllBytes(metadata.resolve("root.json")));
    }

    @Test
    void malformedAnchor_isRefused() throws Exception {
        init_storesTheRootUnchanged();

        assertThrows(
                SourceException.class,
                () -> TufClient.run(
                        "--metadata-dir", folder.resolve("metadata").toString(), "--metadata-url", base(), "refresh"));
    }

    @Test
    void missingOptionOrCommand_isRefused() {
        assertThrows(IllegalArgumentException.class, () -> TufClient.run("refresh"));
        assertThrows(IllegalArgumentException.class, () -> TufClient.run("--metadata-dir", "x"));
    }

    @Test
    void fileName_isSentUnchanged() throws Exception {
        MetadataRequest request = new MetadataRequest("1...%2Frole%3F.json", 100);

        assertEquals(
                "/m/1...%2Frole%3F.json",
                new String(new HttpFiles(base()).fetch(request).orElseThrow().bytes()));
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 404})
    void forbiddenFile_countsAsMissing(int missing) throws Exception {
        status = missing;

        assertTrue(new HttpFiles(base())
                .fetch(new MetadataRequest("2.root.json", 100))
                .isEmpty());
    }

    @Test
    void serverError_isNotAMissingFile() throws Exception {
        status = 500;
        HttpFiles files = new HttpFiles(base());

        assertThrows(SourceException.class, () -> files.fetch(new MetadataRequest("2.root.json", 100)));
    }

    @Test
    void endlessData_isRefused() throws Exception {
        HttpFiles files = new HttpFiles(base());

        assertThrows(SourceException.class, () -> files.fetch(new MetadataRequest("2.root.json", 5)));
    }

    private String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/m";
    }
}
