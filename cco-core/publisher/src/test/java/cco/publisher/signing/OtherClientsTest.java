package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.CcoException;
import cco.publisher.keys.Signer;
import cco.publisher.serve.MirrorServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Other TUF clients read our repositories with their defaults. Clients that are not installed are skipped. */
class OtherClientsTest {

    /** A client, and the script that reads every target of a repository with it. */
    enum Client {
        TUF_JS("node", "-e", "require.resolve('tuf-js')", "read.js"),
        PYTHON_TUF("python3", "-c", "import tuf.ngclient", "read.py");

        private final List<String> probe;
        private final String script;

        Client(String program, String option, String probe, String script) {
            this.probe = List.of(program, option, probe);
            this.script = script;
        }

        void requireInstalled() throws InterruptedException {
            try {
                Process process = new ProcessBuilder(probe)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                assumeTrue(process.waitFor() == 0, this + " is not installed");
            } catch (IOException e) {
                assumeTrue(false, probe.getFirst() + " is not installed");
            }
        }
    }

    @TempDir
    Path folder;

    private List<String> read(Client client, Workshop workshop) throws CcoException, IOException, InterruptedException {
        client.requireInstalled();
        Path script = folder.resolve(client.script);
        try (InputStream in = OtherClientsTest.class.getResourceAsStream(client.script)) {
            Files.write(script, in.readAllBytes());
        }
        try (MirrorServer server = new MirrorServer(workshop.directory, 0)) {
            Process process = new ProcessBuilder(
                            client.probe.getFirst(),
                            script.toString(),
                            server.address().toString(),
                            workshop.file("metadata/1.root.json").toString(),
                            folder.resolve("store").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /** A repository signed now, because other clients use the machine's clock. */
    private Workshop now() throws CcoException, IOException {
        Workshop workshop = new Workshop(folder);
        workshop.now = Instant.now();
        workshop.repository().init(Workshop.HELLO, workshop, ExpiryPolicy.DEFAULT);
        workshop.add("1.0.0", "hello");
        workshop.repository().sign(workshop);
        return workshop;
    }

    @ParameterizedTest
    @EnumSource
    void everyTarget_isDownloadedAfterRotations(Client client) throws Exception {
        Workshop workshop = now();
        for (KeyRole role : KeyRole.values()) {
            Signer replacement = workshop.newKey();
            workshop.repository().rotate(role, replacement, workshop);
            workshop.keys.put(role, replacement);
        }
        assertEquals(
                List.of(
                        "version-manifest.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.files.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz",
                        "checksums/v1.0.0.sha256",
                        "root 4"),
                read(client, workshop));
    }

    @ParameterizedTest
    @EnumSource
    void changedTimestamp_isRefused(Client client) throws Exception {
        Workshop workshop = now();
        Path timestamp = workshop.file("metadata/timestamp.json");
        Files.writeString(timestamp, Files.readString(timestamp).replace("\"version\": 2", "\"version\": 3"));
        assertTrue(read(client, workshop).getLast().contains("signed by 0/1 keys"));
    }
}
