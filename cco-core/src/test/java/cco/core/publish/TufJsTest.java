package cco.core.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.CcoException;
import cco.core.fetch.MirrorServer;
import cco.core.sign.SigningKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else's client reads what we publish; where {@code NODE_PATH} has no tuf-js, this is skipped. */
class TufJsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void requireNode() throws InterruptedException {
        try {
            Process node = new ProcessBuilder("node", "-e", "require.resolve('tuf-js')").start();
            assumeTrue(node.waitFor() == 0, "tuf-js is not installed");
        } catch (IOException e) {
            assumeTrue(false, "node is not installed");
        }
    }

    private List<String> read(Workshop workshop) throws CcoException, IOException {
        Path script = folder.resolve("read.js");
        try (InputStream in = TufJsTest.class.getResourceAsStream("read.js")) {
            Files.write(script, in.readAllBytes());
        }
        try (MirrorServer server = new MirrorServer(workshop.directory, 0)) {
            Process node = new ProcessBuilder(
                            "node", script.toString(), server.address().toString(),
                            workshop.file("metadata/1.root.json").toString(), folder.resolve("store").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** The clock of tuf-js is the machine's, so the repository lives now. */
    private Workshop now() throws CcoException, IOException {
        Workshop workshop = new Workshop(folder);
        workshop.now = Instant.now();
        workshop.repository().init(Workshop.HELLO, workshop, Lifetimes.DEFAULT);
        workshop.add("1.0.0", "hello");
        workshop.repository().sign(workshop);
        return workshop;
    }

    @Test
    void everyTarget_isDownloaded_acrossRotations() throws CcoException, IOException {
        Workshop workshop = now();
        for (KeyRole role : KeyRole.values()) {
            SigningKey replacement = workshop.newKey();
            workshop.repository().rotate(role, replacement, workshop, false);
            workshop.keys.put(role, replacement);
        }
        assertEquals(
                List.of(
                        "version-manifest.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.files.json",
                        "v1.0.0/hello-v1.0.0-linux-x86_64.tar.gz",
                        "checksums/v1.0.0.sha256",
                        "root 4"),
                read(workshop));
    }

    @Test
    void aChangedTimestamp_isRefused() throws CcoException, IOException {
        Workshop workshop = now();
        Path timestamp = workshop.file("metadata/timestamp.json");
        Files.writeString(timestamp, Files.readString(timestamp).replace("\"version\": 2", "\"version\": 3"));
        assertTrue(read(workshop).getLast().contains("signed by 0/1 keys"));
    }
}
