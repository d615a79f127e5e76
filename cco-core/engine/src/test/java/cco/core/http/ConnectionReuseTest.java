package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Content;
import cco.api.Resource;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One TLS connection carries as many requests as it can. */
class ConnectionReuseTest extends TlsLab {

    private HttpTransport transport;

    @BeforeEach
    void open() throws Exception {
        server.keepConnections();
        transport = new HttpTransport(new NetworkSettings(
                Duration.ofMinutes(1),
                Optional.empty(),
                new Certificates(Optional.of(key.certificate()), Optional.empty(), ""),
                Map.of()));
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private byte[] read(String file) throws IOException {
        try (Content content =
                transport.get(URI.create(server.address() + "/" + file), Resource.whole(file), Map.of())) {
            return content.stream().readAllBytes();
        }
    }

    @Test
    void elevenRequests_takeOneConnection() throws IOException {
        for (int i = 0; i < 11; i++) {
            assertArrayEquals(bytes, read("file"));
        }
        assertEquals(11, server.requests().size());
        assertEquals(1, server.connections());
    }

    @Test
    void missingFiles_doNotCostAConnection() throws IOException {
        read("file");
        assertThrows(NoSuchFileException.class, () -> read("missing"));
        read("file");
        assertEquals(1, server.connections());
    }

    @Test
    void unfinishedBody_closesItsConnection() throws IOException {
        transport
                .get(URI.create(server.address() + "/file"), Resource.whole("file"), Map.of())
                .close();
        read("file");
        assertEquals(2, server.connections());
    }

    @Test
    void connectionThatTheServerClosed_isReplaced() throws IOException {
        read("file");
        // The server reads this request from the old connection, and closes it without a response.
        server.fail("other", Faults.HANGS_UP);
        assertThrows(BrokenConnectionException.class, () -> read("other"));
        server.heal();
        assertArrayEquals(bytes, read("file"));
        assertEquals(3, server.connections());
    }

    @Test
    void serverThatCloses_isNotAskedAgainOnTheSameConnection() throws IOException {
        server.fail("file", Fault.status("200 OK", "Content-Length: 0"));
        read("file");
        read("file");
        assertEquals(2, server.connections());
    }

    @Test
    void closedTransport_keepsNoConnection() throws IOException {
        read("file");
        transport.close();
        read("file");
        read("file");
        assertEquals(3, server.connections());
    }
}
