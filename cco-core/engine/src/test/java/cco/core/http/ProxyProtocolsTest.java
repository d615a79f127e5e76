package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Content;
import cco.api.Resource;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies of each protocol, with and without a login. */
class ProxyProtocolsTest extends TlsLab {

    private static final URI FILE = URI.create("https://mirror.test/file");
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private byte[] read(String proxy) throws Exception {
        NetworkSettings settings = new NetworkSettings(
                Duration.ofMinutes(1),
                Optional.of(new ProxySettings(proxy, "https_proxy", List.of())),
                new Certificates(Optional.of(key.certificate()), Optional.empty(), ""),
                Map.of());
        Dialer dialer = new Dialer(
                host -> host.equals("mirror.test")
                        ? List.of(InetAddress.ofLiteral("192.0.2.7"))
                        : Dialer.system(settings.timeout()).resolve(host),
                Dialer.system(settings.timeout()).opener(),
                settings.timeout(),
                Dialer.DELAY);
        try (HttpTransport transport = new HttpTransport(settings, dialer, HttpEventListener.NONE);
                Content content = transport.get(FILE, Resource.whole("file"), Map.of())) {
            return content.stream().readAllBytes();
        }
    }

    private int target() {
        return server.address().getPort();
    }

    @ParameterizedTest
    @CsvSource({"socks5h, mirror.test:443", "socks5, 192.0.2.7:443"})
    void socksProxy_getsTheNameOrTheAddress(String protocol, String target) throws Exception {
        try (TinySocks proxy = new TinySocks(target(), Optional.empty(), 0)) {
            assertArrayEquals(bytes, read(protocol + "://127.0.0.1:" + proxy.port()));
            assertEquals(List.of(target), proxy.targets);
        }
    }

    @Test
    void socksProxy_getsTheLogin() throws Exception {
        try (TinySocks proxy = new TinySocks(target(), Optional.of("me:pa:ss"), 0)) {
            assertArrayEquals(bytes, read("socks5h://me:pa%3Ass@127.0.0.1:" + proxy.port()));
        }
    }

    @ParameterizedTest
    @CsvSource({"me:wrong@, refuses the user name and password", "'', requires a user name and password"})
    void socksProxyWithoutTheRightLogin_isNamed(String login, String reason) throws Exception {
        try (TinySocks proxy = new TinySocks(target(), Optional.of("me:right"), 0)) {
            assertFails("socks5h://" + login + "127.0.0.1:" + proxy.port(), reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, forbids connections to mirror.test",
        "4, cannot reach mirror.test (host unreachable)",
        "99, cannot reach mirror.test (error 99)"
    })
    void socksRefusal_hasWords(int reply, String reason) throws Exception {
        try (TinySocks proxy = new TinySocks(target(), Optional.empty(), reply)) {
            assertFails("socks5h://127.0.0.1:" + proxy.port(), reason);
        }
    }

    @Test
    void httpProxyBehindTls_opensATunnel() throws Exception {
        ServerSocket listener = key.context().getServerSocketFactory().createServerSocket(0, 50, LOOPBACK);
        try (TinyProxy proxy = new TinyProxy(listener, target(), Optional.of("Basic bWU6cGE="))) {
            assertArrayEquals(bytes, read("https://me:pa@127.0.0.1:" + proxy.port()));
            assertEquals("mirror.test:443", proxy.lastRequest().target());
        }
    }

    @Test
    void serverThatIsNoProxy_isNamed() throws Exception {
        try (FaultyServer mail = FaultyServer.serving(folder)) {
            mail.fail("", Faults.NOT_HTTP);
            assertFails("http://127.0.0.1:" + mail.address().getPort(), "does not answer like a proxy");
        }
    }

    private void assertFails(String proxy, String reason) {
        IOException failure = assertThrows(IOException.class, () -> read(proxy));
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    /** The values of RFC 7616 section 3.9.1, with the method CONNECT and digests from another implementation. */
    @ParameterizedTest
    @CsvSource({
        "MD5, f920824739a09c9f795f84683f8a7608",
        "SHA-256, f9626546f8bd223ff85149ea971a3b6b0c6a42b96bf921cbec7f36e8c426ed75"
    })
    void digestChallenge_isPreferredToBasic(String algorithm, String response) {
        String nonce = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
        String challenge = "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=" + algorithm
                + ", nonce=\"" + nonce + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
        PasswordAuthentication login = new PasswordAuthentication("Mufasa", "Circle of Life".toCharArray());

        String answer = ProxyLogin.answer(List.of("Basic realm=\"x\"", challenge), login, "mirror.test:443", "f2/wE4q7")
                .orElseThrow();

        assertTrue(answer.startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\""), answer);
        assertTrue(answer.contains("uri=\"mirror.test:443\", algorithm=" + algorithm), answer);
        assertTrue(answer.contains("response=\"" + response + "\""), answer);
        assertTrue(answer.contains(", qop=auth, nc=00000001, cnonce=\"f2/wE4q7\""), answer);
    }

    @Test
    void unknownChallenges_haveNoAnswer() {
        PasswordAuthentication login = new PasswordAuthentication("me", "pa".toCharArray());
        assertEquals(
                Optional.empty(),
                ProxyLogin.answer(List.of("NTLM", "Digest algorithm=MD5-sess, nonce=\"x\""), login, "a:1", "c"));
        assertEquals(
                Optional.of("Basic bWU6cGE="), ProxyLogin.answer(List.of("NTLM", "basic realm=x"), login, "a:1", "c"));
    }
}
