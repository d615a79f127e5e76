package cco.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** An nginx on loopback with http, and with https by a certificate of a private authority. */
final class Nginx implements AutoCloseable {

    /** Creates an authority and a certificate for 127.0.0.1 and for a name that only the proxy resolves. */
    private static final String KEYS = """
            set -e
            new='-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes'
            openssl req -x509 $new -keyout ca.key -out ca.pem -subj '/CN=test authority' -days 2
            openssl req -x509 $new -keyout key.pem -out cert.pem -subj /CN=127.0.0.1 -days 2 -CA ca.pem -CAkey ca.key \\
                -addext subjectAltName=IP:127.0.0.1,DNS:releases.test -addext basicConstraints=critical,CA:false
            """;

    /** Below /slow/, whole files are sent slowly enough to interrupt, the rest of a file at full speed. */
    private static final String CONFIGURATION = """
            user root;
            pid nginx.pid;
            error_log error.log;
            events {}
            http {
                access_log access.log;
                client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp;
                uwsgi_temp_path temp; scgi_temp_path temp;
                server {
                    listen 127.0.0.1:%2$d ssl;
                    ssl_certificate cert.pem;
                    ssl_certificate_key key.pem;
                    root "%3$s";
                    location /slow/ {
                        alias "%3$s/";
                        if ($http_range = "") { set $limit_rate 20k; }
                    }
                }
                server {
                    listen 127.0.0.1:%1$d;
                    return 301 https://127.0.0.1:%2$d$request_uri;
                }
            }
            """;

    private final Path folder;
    private final Machine machine;
    private final int http;
    private final int https;

    /** Serves a folder; skips the test where nginx or openssl is not installed. */
    Nginx(Path folder, Path served) throws IOException {
        this.folder = Files.createDirectories(folder);
        machine = new Machine(folder);
        machine.with("PATH", System.getenv("PATH") + ":/usr/sbin");
        machine.requires("nginx", "openssl");
        machine.run(List.of("sh", "-c", KEYS)).exits(0);
        try (ServerSocket one = loopback();
                ServerSocket other = loopback()) {
            http = one.getLocalPort();
            https = other.getLocalPort();
        }
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(http, https, served));
        // nginx returns once it listens.
        nginx().exits(0);
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    /** The http address, which redirects to https. */
    String http() {
        return "http://127.0.0.1:" + http;
    }

    String https() {
        return "https://127.0.0.1:" + https;
    }

    /** The address by a name that only {@link Squid} resolves. */
    String behindProxy() {
        return "https://releases.test:" + https;
    }

    /** The authority's certificate. */
    Path authority() {
        return folder.resolve("ca.pem");
    }

    /** Stops nginx and returns its access log. */
    List<String> log() throws IOException {
        close();
        return Files.readAllLines(folder.resolve("access.log"));
    }

    @Override
    public void close() throws IOException {
        Path pid = folder.resolve("nginx.pid");
        if (!Files.exists(pid)) {
            return;
        }
        var process = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        nginx("-s", "quit").exits(0);
        try {
            if (process.isPresent()) {
                process.get().onExit().get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private Run nginx(String... options) throws IOException {
        List<String> command = Machine.command("nginx", "-p", folder + "/", "-c", "nginx.conf");
        command.addAll(List.of(options));
        return machine.run(command);
    }
}
