package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that the workflows on GitHub run. */
class ReleaseScriptsIT {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final String NAME = "cco-v" + Machine.VERSION + "-" + Publisher.platform() + ".tar.gz";
    private static final Path ARCHIVE = Machine.BUNDLE.resolveSibling(NAME);

    @TempDir
    private Path folder;

    private Machine machine;

    @BeforeEach
    void programs() throws IOException {
        machine = Machine.ofBundle(folder.resolve("machine"))
                .requires("bash", "curl")
                .with("RUNNER_TEMP", folder.toString());
    }

    @Test
    void archive_passesTheSmokeTest() throws Exception {
        script("distributions/bin/smoke-test", ARCHIVE.toString(), Machine.VERSION)
                .exits(0)
                .prints("smoke-test: " + NAME + " works on Linux");
    }

    @Test
    void smokeTest_noticesAnotherVersion() throws Exception {
        Path copy = Files.createLink(folder.resolve(NAME.replace(Machine.VERSION, "9.9.9")), ARCHIVE);
        Run run = script("distributions/bin/smoke-test", copy.toString(), "9.9.9");
        run.exits(1).complains("cco --version does not print 9.9.9");
    }

    @Test
    void action_installsOnlyThePinnedArchive() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/octo/cco/releases/download/v" + Machine.VERSION + "/" + NAME, exchange -> {
            exchange.sendResponseHeaders(200, Files.size(ARCHIVE));
            Files.copy(ARCHIVE, exchange.getResponseBody());
            exchange.close();
        });
        server.start();
        try {
            Path output = folder.resolve("output");
            machine.with(
                            "GITHUB_SERVER_URL",
                            "http://127.0.0.1:" + server.getAddress().getPort())
                    .with("GITHUB_OUTPUT", output.toString())
                    .with("CCO_REPOSITORY", "octo/cco")
                    .with("CCO_VERSION", Machine.VERSION)
                    .with("CCO_SHA256", "0".repeat(64));
            script("cco-action/install-cco").exits(1).complains("not " + "0".repeat(64));
            assertTrue(Files.notExists(output), "it must not go on");

            machine.with("CCO_SHA256", sha256());
            script("cco-action/install-cco").exits(0).prints("cco " + Machine.VERSION);
            assertTrue(Files.readString(output, StandardCharsets.UTF_8).startsWith("cco=" + folder));
        } finally {
            server.stop(0);
        }
    }

    private Run script(String name, String... arguments) throws IOException {
        return machine.run(Machine.command(ROOT.resolve(name).toString(), arguments));
    }

    private static String sha256() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(ARCHIVE)));
    }
}
