package cco.core.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Resource;
import cco.core.error.UsageException;
import cco.tck.server.Fault;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS with a company's own certificate, direct and through a proxy's tunnel. */
class HttpsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private final byte[] bytes = "0123456789".getBytes();
    private FaultyServer server;

    @BeforeAll
    static void makeKey() throws Exception {
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=mirror.test", "-ext",
                "san=dns:mirror.test,ip:127.0.0.1");
        keytool("-exportcert", "-alias", "server", "-rfc", "-file", keys.resolve("ca.pem").toString());
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore", keys.resolve("server.p12").toString(), "-storepass", new String(PASSWORD)));
        command.addAll(1, List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
    }

    @BeforeEach
    void serve() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(keys.resolve("server.p12"))) {
            store.load(stream, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        Files.write(folder.resolve("file"), bytes);
        server = FaultyServer.serving(folder, context);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private HttpTransport transport(Optional<URI> proxy, Optional<Path> caFile) throws UsageException {
        return new HttpTransport(new NetworkSettings(Duration.ofMinutes(1), proxy, caFile, Map.of()));
    }

    private byte[] read(HttpTransport transport, URI base) throws IOException {
        URI address = URI.create(base + "/file");
        try (Content content = transport.get(address, Resource.whole("file"), Map.of("Authorization", "secret"))) {
            return content.stream().readAllBytes();
        }
    }

    private Optional<Path> caFile() {
        return Optional.of(keys.resolve("ca.pem"));
    }

    @Test
    void certificateOfTheFile_isTrusted() throws Exception {
        assertArrayEquals(bytes, read(transport(Optional.empty(), caFile()), server.address()));
    }

    @Test
    void unknownCertificate_isRefused() throws Exception {
        HttpTransport transport = transport(Optional.empty(), Optional.empty());
        IOException refusal = assertThrows(SSLException.class, () -> read(transport, server.address()));
        assertTrue(Reason.of(refusal).startsWith("no trusted connection: "), Reason.of(refusal));
    }

    @Test
    void certificateOfAnotherHost_isRefused() throws Exception {
        URI other = URI.create(server.address().toString().replace("127.0.0.1", "localhost"));
        HttpTransport transport = transport(Optional.empty(), caFile());
        assertThrows(SSLException.class, () -> read(transport, other));
    }

    @Test
    void fileWithoutCertificates_isRefused() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty.pem"));
        for (Path file : List.of(empty, folder.resolve("missing.pem"))) {
            UsageException refusal =
                    assertThrows(UsageException.class, () -> transport(Optional.empty(), Optional.of(file)));
            assertTrue(refusal.getMessage().contains(file.toString()), refusal.getMessage());
        }
    }

    @Test
    void redirectFromHttpsToHttp_isRefused() throws Exception {
        server.fail("file", Fault.redirect("http://127.0.0.1:1/file"));
        HttpTransport transport = transport(Optional.empty(), caFile());
        IOException refusal = assertThrows(IOException.class, () -> read(transport, server.address()));
        assertTrue(refusal.getMessage().contains("away from https"), refusal.getMessage());
    }

    @Test
    void proxy_tunnelsByName_andSeesNoHeaders() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.empty())) {
            HttpTransport transport = transport(Optional.of(URI.create("http://127.0.0.1:" + proxy.port())), caFile());
            assertArrayEquals(bytes, read(transport, URI.create("https://mirror.test")));
            assertEquals("CONNECT mirror.test:443", proxy.lastRequest().method() + " " + proxy.lastRequest().target());
            assertEquals(Optional.empty(), proxy.lastRequest().header("Authorization"));
        }
    }

    @Test
    void proxyWithPassword_isGivenIt_andTheServerIsNot() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.of("Basic dXNlcjpwYTpzcw=="))) {
            URI address = URI.create("http://user:pa%3Ass@127.0.0.1:" + proxy.port());
            HttpTransport transport = transport(Optional.of(address), caFile());
            assertArrayEquals(bytes, read(transport, URI.create("https://mirror.test")));
            assertEquals(Optional.empty(), server.lastRequest().header("Proxy-Authorization"));
        }
    }

    @Test
    void proxyThatWantsAPassword_isNamed() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.of("Basic eDp5"))) {
            HttpTransport transport = transport(Optional.of(URI.create("http://127.0.0.1:" + proxy.port())), caFile());
            IOException refusal =
                    assertThrows(IOException.class, () -> read(transport, URI.create("https://mirror.test")));
            assertTrue(Reason.of(refusal).contains("407"), Reason.of(refusal));
        }
    }

    @Test
    void loopback_doesNotGoThroughTheProxy() throws Exception {
        URI nobody = FaultyServer.nobody();
        assertArrayEquals(bytes, read(transport(Optional.of(nobody), caFile()), server.address()));
    }

    @Test
    void proxyAddressWithoutPort_isRefused() {
        assertThrows(UsageException.class, () -> transport(Optional.of(URI.create("http://proxy")), Optional.empty()));
        assertThrows(UsageException.class, () -> transport(Optional.of(URI.create("socks://p:1")), Optional.empty()));
    }
}
