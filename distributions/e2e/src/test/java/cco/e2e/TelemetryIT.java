package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Telemetry is off by default, can be inspected before it is sent, and never delays a command. */
class TelemetryIT {

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Publisher publisher;
    private Installation hello;
    private Path queue;

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        publisher = Installation.publisher(shared);
    }

    @BeforeEach
    void installOlder() throws IOException {
        hello = new Installation(folder, publisher.repository());
        queue = hello.machine().home().resolve("state/telemetry/queue.jsonl");
    }

    private void optIn(String endpoint) throws IOException {
        hello.machine().cco("config", "set", "telemetry.enabled", "true").exits(0);
        hello.machine().cco("config", "set", "telemetry.endpoint", endpoint).exits(0);
    }

    private static String line(String event) {
        return "{\"version\":\"%s\",\"platform\":\"%s\",\"channel\":\"stable\",\"event\":\"%s\",\"date\":\"%s\"}\n"
                .formatted(Machine.VERSION, Publisher.platform(), event, LocalDate.now(ZoneOffset.UTC));
    }

    @Test
    void withoutConsent_nothingIsRecorded() throws IOException {
        hello.update().exits(0);
        hello.update("--rollback").exits(0);
        assertFalse(Files.exists(queue.getParent()));
        hello.machine().cco("telemetry", "show").exits(0).complains("nothing is recorded");
        hello.machine().cco("telemetry", "send").exits(2).complains("telemetry.enabled is false");
        hello.machine().cco("telemetry", "purge").exits(0).prints("deleted 0 lines");
        assertFalse(Files.exists(queue.getParent()));
    }

    @Test
    @TestsSettings({"telemetry.enabled", "telemetry.endpoint"})
    void send_transmitsExactlyWhatShowPrints() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = server(requests, 200);
        try {
            optIn("http://127.0.0.1:" + server.getAddress().getPort() + "/cco");
            hello.update("--check").exits(100);
            assertFalse(Files.exists(queue));
            hello.update().exits(0);
            hello.update("--rollback").exits(0);
            Run show = hello.machine().cco("telemetry", "show").exits(0);
            assertEquals(line("updated") + line("rolled-back"), show.out());
            assertEquals("", show.err());
            assertEquals(show.out(), Files.readString(queue));
            assertEquals(List.of(), requests, "an update sends nothing by itself");
            hello.machine().cco("telemetry", "send").exits(0).prints("sent 2 lines");
            assertEquals(List.of("POST /cco cco/" + Machine.VERSION + "\n" + show.out()), requests);
            assertEquals("", hello.machine().cco("telemetry", "show").exits(0).out());
            hello.machine().cco("unhold", "hello").exits(0);
            hello.update().exits(0);
            hello.machine().cco("telemetry", "send").exits(0).prints("nothing to send today");
            assertEquals(1, requests.size());
            hello.machine().cco("telemetry", "purge").exits(0).prints("deleted 1 line");
            assertFalse(Files.exists(queue));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void failingEndpoint_losesNoEvents() throws IOException {
        List<String> requests = new CopyOnWriteArrayList<>();
        HttpServer server = server(requests, 500);
        try {
            optIn("http://127.0.0.1:" + server.getAddress().getPort() + "/cco");
            hello.update().exits(0);
            hello.machine()
                    .cco("telemetry", "send")
                    .exits(3)
                    .complains("http status 500")
                    .complains("tries again tomorrow");
            hello.machine().cco("telemetry", "send").exits(0).prints("nothing to send today");
            assertEquals(1, requests.size());
            assertEquals(
                    line("updated"),
                    hello.machine().cco("telemetry", "show").exits(0).out());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void silentEndpoint_doesNotDelayUpdate() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            optIn("http://127.0.0.1:" + silent.getLocalPort());
            hello.update().exits(0);
            silent.setSoTimeout(1);
            assertThrows(SocketTimeoutException.class, silent::accept, "nobody has called");
            assertEquals(line("updated"), Files.readString(queue));
        }
    }

    @Test
    void jsonEvents_matchSchema() throws IOException {
        optIn("https://127.0.0.1:1/");
        hello.update().exits(0);
        Run show = hello.machine().cco("--json", "telemetry", "show").exits(0);
        assertEquals(line("updated"), show.events().getFirst().get("body").getAsString());
        Run send = hello.machine().cco("--json", "telemetry", "send").exits(3);
        assertEquals(3, send.events().getLast().get("code").getAsInt());
        Run purge = hello.machine().cco("--json", "telemetry", "purge").exits(0);
        assertEquals(1, purge.events().getFirst().get("reports").getAsInt());
        assertEquals(
                2,
                hello.machine()
                        .cco("--json", "telemetry", "show")
                        .exits(0)
                        .events()
                        .size());
    }

    private static HttpServer server(List<String> requests, int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent") + "\n"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }
}
