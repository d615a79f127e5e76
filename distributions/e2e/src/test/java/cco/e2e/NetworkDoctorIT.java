package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cco doctor --network} names the step that fails. */
class NetworkDoctorIT {

    @TempDir
    static Path shared;

    private static Nginx nginx;
    private static Squid squid;
    private static Installation hello;

    @BeforeAll
    static void start() throws IOException {
        squid = new Squid(shared.resolve("squid"));
        Publisher publisher = Installation.publisher(shared.resolve("publisher"));
        nginx = new Nginx(shared.resolve("nginx"), publisher.repository());
        hello = new Installation(shared, publisher.repository());
        hello.configure("""
                [apps.hello.sources.mirror]
                trust = "sha256"
                urls = ["%s"]
                """.formatted(nginx.behindProxy()));
        hello.machine().with("CCO_SOURCE", "mirror");
    }

    @AfterAll
    static void stop() throws IOException {
        if (nginx != null) {
            nginx.close();
        }
        if (squid != null) {
            squid.close();
        }
    }

    private static Run doctor(String proxy, String authority, String... options) throws IOException {
        hello.machine().with("https_proxy", proxy).with("SSL_CERT_FILE", authority);
        List<String> words = Machine.command("doctor", "hello", "--network");
        words.addAll(List.of(options));
        return hello.machine().cco(words.toArray(String[]::new));
    }

    private static String trusted() {
        return nginx.authority().toString();
    }

    @Test
    void workingConnection_passesAllSteps() throws IOException {
        List<JsonObject> hops =
                doctor(squid.address(), trusted(), "--json").exits(0).events();

        assertEquals(
                List.of("settings", "proxy-name", "proxy-connect", "proxy-tunnel", "tls", "http", "trust"),
                hops.stream()
                        .filter(hop -> hop.get("event").getAsString().equals("hop"))
                        .map(hop -> hop.get("stage").getAsString())
                        .toList());
    }

    @Test
    void wrongPassword_failsAtProxyTunnel() throws IOException {
        Run run =
                doctor("http://user:geheim@" + squid.name(), trusted()).exits(3).prints("proxy tunnel: ");
        run.prints("refuses the user name and password (407)");
        assertFalse(run.toString().contains("geheim"), run.toString());
    }

    @Test
    void unreachableProxy_failsAtProxyConnection() throws IOException {
        doctor("http://127.0.0.1:1", trusted())
                .exits(3)
                .prints("ok")
                .prints("proxy connection: the proxy 127.0.0.1:1 cannot be reached");
    }

    @Test
    void withoutProxy_failsAtNameLookup() throws IOException {
        doctor("", trusted()).exits(3).prints("name: unknown host releases.test");
    }

    @Test
    void unknownAuthority_failsAtTls() throws IOException {
        doctor(squid.address(), "").exits(3).prints("encryption: ").prints("CN=test authority");
    }

    @Test
    void unsupportedProxy_failsAtSettings() throws IOException {
        doctor("socks4://127.0.0.1:1", trusted()).exits(3).prints("settings: ").prints("https_proxy");
    }
}
