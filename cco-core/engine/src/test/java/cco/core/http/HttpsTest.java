package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Resource;
import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.tck.server.Fault;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with a company's own certificate, direct and through a proxy's tunnel. */
class HttpsTest extends TlsLab {

    private HttpTransport transport(Optional<URI> proxy, Optional<Path> caFile) throws UsageException {
        Optional<ProxySettings> settings =
                proxy.map(address -> new ProxySettings(address.toString(), "network.proxy", List.of()));
        return new HttpTransport(new NetworkSettings(
                Duration.ofMinutes(1), settings, new Certificates(caFile, Optional.empty(), ""), Map.of()));
    }

    private byte[] read(HttpTransport transport, URI base) throws IOException {
        URI address = URI.create(base + "/file");
        try (Content content = transport.get(address, Resource.whole("file"), Map.of("Authorization", "secret"))) {
            return content.stream().readAllBytes();
        }
    }

    private Optional<Path> caFile() {
        return Optional.of(key.certificate());
    }

    @Test
    void certificateOfTheFile_isTrusted() throws Exception {
        assertArrayEquals(bytes, read(transport(Optional.empty(), caFile()), server.address()));
    }

    @Test
    void unknownCertificate_isRefused() throws Exception {
        HttpTransport transport = transport(Optional.empty(), Optional.empty());
        IOException refusal = assertThrows(SSLException.class, () -> read(transport, server.address()));
        assertTrue(IoReason.brief(refusal).startsWith("no trusted connection: "), IoReason.brief(refusal));
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
            assertEquals(
                    "CONNECT mirror.test:443",
                    proxy.lastRequest().method() + " " + proxy.lastRequest().target());
            assertEquals(Optional.empty(), proxy.lastRequest().header("Authorization"));
        }
    }

    @Test
    void password_goesToTheProxyOnly() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.of("Basic dXNlcjpwYTpzcw=="))) {
            URI address = URI.create("http://user:pa%3Ass@127.0.0.1:" + proxy.port());
            HttpTransport transport = transport(Optional.of(address), caFile());
            assertArrayEquals(bytes, read(transport, URI.create("https://mirror.test")));
            assertEquals(Optional.empty(), server.lastRequest().header("Proxy-Authorization"));
        }
    }

    @Test
    void proxyWithAWrongPassword_isNamed() throws Exception {
        try (TinyProxy proxy = new TinyProxy(server.address().getPort(), Optional.of("Basic eDp5"))) {
            HttpTransport transport = transport(Optional.of(URI.create("http://127.0.0.1:" + proxy.port())), caFile());
            IOException refusal =
                    assertThrows(IOException.class, () -> read(transport, URI.create("https://mirror.test")));
            assertTrue(refusal.getMessage().contains("127.0.0.1:" + proxy.port()), refusal.getMessage());
            assertTrue(refusal.getMessage().contains("407"), refusal.getMessage());
        }
    }

    @Test
    void loopback_doesNotGoThroughTheProxy() throws Exception {
        URI nobody = FaultyServer.nobody();
        assertArrayEquals(bytes, read(transport(Optional.of(nobody), caFile()), server.address()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://proxy",
                "socks4://proxy:1",
                "ftp://user:pa55@proxy:1",
                "http://user:pa 55@p:1",
                "http://user:pa55@p:99999"
            })
    void unusableProxy_isReportedWithoutItsPassword(String address) throws Exception {
        ProxySettings proxy = new ProxySettings(address, "https_proxy", List.of());
        HttpTransport transport = new HttpTransport(
                new NetworkSettings(Duration.ofMinutes(1), Optional.of(proxy), Certificates.ofSystem(""), Map.of()));
        ProxyException refusal =
                assertThrows(ProxyException.class, () -> read(transport, URI.create("https://mirror.test")));
        assertTrue(refusal.getMessage().contains("https_proxy"), refusal.getMessage());
        assertFalse((refusal.getMessage() + refusal.hint()).contains("55"), refusal.getMessage());
    }
}
