package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A company's network: the only way out is a proxy with a password, and servers are vouched for by a private CA. */
@ExtendWith(InstalledCco.class)
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
    void aMachine(Cco cco) throws IOException {
        machine = new Machine(folder, cco.program());
    }

    private Run install() throws IOException {
        return machine.cco(
                "install", "hello", "--version", "1.0.0", "--trust", "sha256", "--from", nginx.behindProxy());
    }

    private void installsAndUpdates() throws IOException {
        install().exits(0);
        machine.cco("update", "hello", "--check").exits(100);
        machine.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    /** By the environment: the proxy, and the authority in the place of the system's store. */
    private void environment(String proxy) {
        machine.with("https_proxy", proxy)
                .with("SSL_CERT_FILE", nginx.authority().toString());
    }

    @Test
    @Changes({"network.proxy", "network.ca_file"})
    void byConfigurationAlone() throws IOException {
        machine.cco("config", "set", "network.proxy", squid.address()).exits(0).prints("user:***@");
        machine.cco("config", "set", "network.ca_file", nginx.authority().toString())
                .exits(0);
        installsAndUpdates();
        machine.cco("config", "show").exits(0).prints("http://user:***@" + squid.name());
    }

    @Test
    void byEnvironmentAlone() throws IOException {
        environment(squid.address());
        installsAndUpdates();
        assertFalse(
                Files.readString(machine.home().resolve("config/config.toml")).contains("[network]"));
    }

    @Test
    void byVariablesOfCco() throws IOException {
        machine.with("CCO_NETWORK_PROXY", squid.address())
                .with("CCO_NETWORK_CA_FILE", nginx.authority().toString());
        install().exits(0);
    }

    @Test
    void byTheAdministratorsFile() throws IOException {
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
    void aWrongPassword_namesTheProxyAndNotThePassword() throws IOException {
        environment("http://user:letmein@" + squid.name());
        Run run = install().exits(3).complains(squid.name()).complains("407").complains("https_proxy");
        assertFalse(run.toString().contains("letmein"), run.toString());
    }

    @Test
    void noPassword_isSaid() throws IOException {
        environment(squid.name());
        install().exits(3).complains("wants a user name and password");
    }

    @Test
    void aProxyThatIsNotThere_isBlamed() throws IOException {
        environment("http://127.0.0.1:1");
        install().exits(3).complains("the proxy 127.0.0.1:1 cannot be reached");
    }

    @Test
    void aServerThatTheProxyCannotReach_isNotTheProxysFault() throws IOException {
        environment(squid.address());
        machine.cco("install", "hello", "--trust", "sha256", "--from", "https://nobody.test")
                .exits(3)
                .complains("cannot reach nobody.test");
    }

    @Test
    @Changes("network.no_proxy")
    void anException_isReachedWithoutTheProxy() throws IOException {
        environment(squid.address());
        machine.with("no_proxy", "example.com,.test");
        install().exits(3).complains("unknown host releases.test");
        machine.with("no_proxy", "");
        machine.cco("config", "set", "network.no_proxy", "releases.test").exits(0);
        install().exits(3).complains("unknown host releases.test");
    }

    @Test
    void withoutTheAuthority_theIssuerIsNamed() throws IOException {
        machine.with("https_proxy", squid.address());
        install().exits(3).complains("CN=test authority").complains("network.ca_file");
    }
}
