package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Content;
import cco.api.HttpStatusException;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Transport;
import cco.tck.server.Fault;
import cco.tck.server.FaultyServer;
import cco.tck.server.HttpRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins and headers of a source reach its own server and no other. */
class CredentialsTest {

    private static final String BASIC = "Basic bWU6c2VjcmV0";

    @TempDir
    private Path folder;

    private FaultyServer server;
    private FaultyServer other;

    @BeforeEach
    void serve() throws IOException {
        Files.createDirectories(folder.resolve("app"));
        Files.writeString(folder.resolve("app/file"), "content");
        Files.writeString(folder.resolve("file"), "content");
        server = FaultyServer.serving(folder);
        other = FaultyServer.serving(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        other.close();
    }

    private HttpTransport transport(String netrc) throws Exception {
        Path file = Files.writeString(folder.resolve("netrc"), netrc);
        return new HttpTransport(new NetworkSettings(
                Duration.ofMinutes(1), Optional.empty(), Certificates.ofSystem(""), Map.of(), Optional.of(file)));
    }

    private static void read(Transport transport, URI base, String path) throws IOException {
        transport.get(URI.create(base + path), Resource.whole("file"), Map.of()).close();
    }

    private static List<Optional<String>> sent(FaultyServer server) {
        return server.requests().stream()
                .map((HttpRequest request) -> request.header("Authorization"))
                .toList();
    }

    /** A server that wants a login. */
    private static Fault login() {
        return exchange -> {
            if (exchange.request().header("Authorization").equals(Optional.of(BASIC))) {
                exchange.serve();
            } else {
                exchange.head("401 Unauthorized", "WWW-Authenticate: Basic realm=\"x\"", "Content-Length: 0");
            }
        };
    }

    @Test
    void netrcLogin_isSentToAServerThatAsks() throws Exception {
        server.fail("", login());
        try (HttpTransport transport = transport("machine 127.0.0.1 login me password secret")) {
            read(transport, server.address(), "/file");
            read(transport, server.address(), "/file");
        }
        assertEquals(List.of(Optional.empty(), Optional.of(BASIC), Optional.of(BASIC)), sent(server));
    }

    @Test
    void netrcLogin_staysAwayFromServersThatDoNotAsk() throws Exception {
        try (HttpTransport transport = transport("machine 127.0.0.1 login me password secret")) {
            read(transport, server.address(), "/file");
        }
        assertEquals(List.of(Optional.empty()), sent(server));
    }

    @Test
    void wrongNetrcLogin_isSentOnce() throws Exception {
        server.fail("", login());
        try (HttpTransport transport = transport("machine 127.0.0.1 login me password wrong")) {
            HttpStatusException refusal =
                    assertThrows(HttpStatusException.class, () -> read(transport, server.address(), "/file"));
            assertEquals(401, refusal.status());
        }
        assertEquals(2, server.requests().size());
    }

    @Test
    void netrcLogin_doesNotFollowARedirect() throws Exception {
        server.fail("", Fault.redirect(other.address() + "/file"));
        other.fail("", login());
        try (HttpTransport transport = transport("machine 127.0.0.1 login me password secret")) {
            assertThrows(HttpStatusException.class, () -> read(transport, server.address(), "/file"));
        }
        assertEquals(List.of(Optional.empty()), sent(other));
    }

    /** An origin that reads one URL, whichever it is. */
    private record Reader(URI address) implements Origin {

        @Override
        public String name() {
            return "reader";
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return transport.get(address, resource, Map.of("X-Own", "1"));
        }
    }

    private void open(SourceCredentials credentials, URI address) throws Exception {
        try (HttpTransport transport = transport("")) {
            credentials
                    .protect(new Reader(address))
                    .open(Resource.whole("file"), transport)
                    .close();
        }
    }

    @Test
    void headersOfASource_goToItsBaseOnly() throws Exception {
        SourceCredentials credentials = new SourceCredentials();
        credentials.add(URI.create(server.address() + "/app"), SourceCredentials.basic("me", "secret"));

        open(credentials, URI.create(server.address() + "/app/file"));
        open(credentials, URI.create(server.address() + "/file"));
        open(credentials, URI.create(other.address() + "/app/file"));

        assertEquals(List.of(Optional.of(BASIC), Optional.empty()), sent(server));
        assertEquals(List.of(Optional.empty()), sent(other));
        assertEquals(Optional.of("1"), server.lastRequest().header("X-Own"));
    }

    @Test
    void headersOfASource_doNotFollowARedirect() throws Exception {
        SourceCredentials credentials = new SourceCredentials();
        credentials.add(server.address(), Map.of("Private-Token", "secret"));
        server.fail("", Fault.redirect(other.address() + "/file"));

        open(credentials, URI.create(server.address() + "/file"));

        assertEquals(Optional.of("secret"), server.lastRequest().header("Private-Token"));
        assertEquals(Optional.empty(), other.lastRequest().header("Private-Token"));
    }
}
