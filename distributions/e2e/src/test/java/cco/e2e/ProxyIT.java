package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company network: a proxy with a password and a private certificate authority. */
class ProxyIT {

    @TempDir
    static Path shared;

    private static Publisher publisher;
    private static Nginx nginx;
    private static Squid squid;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeAll
    static void start() throws IOException {
        squid = new Squid(shared.resolve("squid"));
        publisher = Installation.publisher(shared.resolve("publisher"));
        nginx = new Nginx(shared.resolve("nginx"), publisher.repository());
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

    @BeforeEach
    void newMachine() throws IOException {
        machine = new Machine(folder);
    }

    private Run install() throws IOException {
        return machine.cco(
                "install", "hello", "--version", "1.0.0", "--trust", "sha256", "--from", nginx.behindProxy());
    }

    private void installsAndUpdates() throws IOException {
        install().exits(0);
        machine.cco("unhold", "hello").exits(0);
        machine.cco("update", "hello", "--check").exits(100);
        machine.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    /** Sets the proxy and the authority in the environment. */
    private void environment(String proxy) {
        machine.with("https_proxy", proxy)
                .with("SSL_CERT_FILE", nginx.authority().toString());
    }

    @Test
    @TestsSettings({"network.proxy", "network.ca_file"})
    void configurationAlone_isEnough() throws IOException {
        machine.cco("config", "set", "network.proxy", squid.address()).exits(0).prints("user:***@");
        machine.cco("config", "set", "network.ca_file", nginx.authority().toString())
                .exits(0);
        installsAndUpdates();
        machine.cco("config", "show").exits(0).prints("http://user:***@" + squid.name());
    }

    @Test
    void environmentAlone_isEnough() throws IOException {
        environment(squid.address());
        installsAndUpdates();
        assertFalse(
                Files.readString(machine.home().resolve("config/config.toml")).contains("[network]"));
    }

    @Test
    void ccoVariables_areEnough() throws IOException {
        machine.with("CCO_NETWORK_PROXY", squid.address())
                .with("CCO_NETWORK_CA_FILE", nginx.authority().toString());
        install().exits(0);
    }

    @Test
    void administratorsFile_isEnough() throws IOException {
        Path system = folder.resolve("xdg/cco/config.toml");
        Files.createDirectories(system.getParent());
        Files.writeString(
                system, "[network]\nproxy = '%s'\nca_file = '%s'\n".formatted(squid.address(), nginx.authority()));
        machine.with("XDG_CONFIG_DIRS", folder.resolve("xdg").toString());
        machine.with("https_proxy", "http://127.0.0.1:1");
        installsAndUpdates();
        machine.cco("config", "set", "network.proxy", "http://127.0.0.1:1")
                .exits(2)
                .complains(system.toString());
    }

    @Test
    void wrongPassword_isErrorThatHidesPassword() throws IOException {
        environment("http://user:letmein@" + squid.name());
        Run run = install().exits(3).complains(squid.name()).complains("407").complains("https_proxy");
        assertFalse(run.toString().contains("letmein"), run.toString());
    }

    @Test
    void missingPassword_isReported() throws IOException {
        environment(squid.name());
        install().exits(3).complains("requires a user name and password");
    }

    @Test
    void unreachableProxy_isNamed() throws IOException {
        environment("http://127.0.0.1:1");
        install().exits(3).complains("the proxy 127.0.0.1:1 cannot be reached");
    }

    @Test
    void serverUnreachableForProxy_isNamed() throws IOException {
        environment(squid.address());
        machine.cco("install", "hello", "--trust", "sha256", "--from", "https://nobody.test")
                .exits(3)
                .complains("cannot reach nobody.test");
    }

    @Test
    @TestsSettings("network.no_proxy")
    void noProxy_bypassesProxy() throws IOException {
        environment(squid.address());
        machine.with("no_proxy", "example.com,.test");
        install().exits(3).complains("unknown host releases.test");
        machine.with("no_proxy", "");
        machine.cco("config", "set", "network.no_proxy", "releases.test").exits(0);
        install().exits(3).complains("unknown host releases.test");
    }

    @Test
    void unknownAuthority_isNamed() throws IOException {
        machine.with("https_proxy", squid.address());
        install().exits(3).complains("CN=test authority").complains("network.ca_file");
    }
}
