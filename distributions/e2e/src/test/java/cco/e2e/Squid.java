package cco.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** A squid proxy on loopback that requires a password and resolves the name {@code releases.test}. */
final class Squid implements AutoCloseable {

    /** A password with characters that must be encoded in an address. */
    static final String PASSWORD = "p@ss:w/rd";

    /** The encoded password. */
    static final String ENCODED = "p%40ss%3Aw%2Frd";

    private static final String HELPER = "/usr/lib/squid/basic_ncsa_auth";

    private static final String CONFIGURATION = """
            http_port 127.0.0.1:%1$d
            hosts_file %2$s/hosts
            pid_filename none
            cache_log /dev/null
            access_log none
            cache deny all
            auth_param basic program %3$s %2$s/passwd
            auth_param basic realm test
            acl users proxy_auth REQUIRED
            http_access allow users
            http_access deny all
            shutdown_lifetime 0 seconds
            """;

    private final int port;
    private final Process process;

    /** Starts squid in a folder without blanks; skips the test where squid is not installed. */
    Squid(Path folder) throws IOException {
        Machine machine = new Machine(Files.createDirectories(folder));
        machine.with("PATH", System.getenv("PATH") + ":/usr/sbin");
        machine.requires("squid", "openssl");
        assumeTrue(Files.exists(Path.of(HELPER)), "squid cannot ask for a password");
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        String hash = machine.run(List.of("openssl", "passwd", "-apr1", PASSWORD))
                .exits(0)
                .out();
        Files.writeString(folder.resolve("hosts"), "127.0.0.1 releases.test\n");
        Files.writeString(folder.resolve("passwd"), "user:" + hash);
        // Started by root, squid reads its files as another user.
        Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
        Path conf = Files.writeString(folder.resolve("squid.conf"), CONFIGURATION.formatted(port, folder, HELPER));
        Machine.Started started = machine.start(List.of("squid", "-N", "-f", conf.toString()));
        process = started.process();
        started.until(this::listens);
    }

    private boolean listens() {
        try (Socket _ = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The proxy's name in messages. */
    String name() {
        return "127.0.0.1:" + port;
    }

    /** The proxy's address with the right password. */
    String address() {
        return "http://user:" + ENCODED + "@" + name();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
