package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The second of two mirrors serves what the first does not. */
@Execution(ExecutionMode.CONCURRENT)
class MirrorFailoverIT {

    @TempDir
    static Path shared;

    private static Path repository;

    @TempDir
    Path folder;

    private FaultyServer first;
    private FaultyServer second;
    private Installation hello;

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        repository = Installation.publisher(shared).repository();
    }

    @BeforeEach
    void installFromBoth() throws IOException {
        first = FaultyServer.serving(repository);
        second = FaultyServer.serving(repository);
        hello = new Installation(folder, first.address(), second.address());
        assertTrue(second.requests().isEmpty(), "a good first mirror is enough");
    }

    @AfterEach
    void stop() throws IOException {
        first.close();
        second.close();
    }

    @Test
    void firstUnreachable_secondServes() throws IOException {
        first.close();
        hello.updates();
    }

    @Test
    void firstSilent_secondServes() throws IOException {
        first.fail("manifest.json", Faults.STALLED_BEFORE_HEADERS);
        hello.updateWithin(5).exits(0);
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void firstServesOtherArchive_secondServes() throws IOException {
        first.fail(".tar.gz", Faults.CORRUPT);
        hello.update().exits(0).complains(first.address().toString());
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void firstHasManifestOnly_secondServesArchive() throws IOException {
        first.fail(".tar.gz", Fault.status("404 Not Found", "Content-Length: 0"));
        hello.update().exits(0).complains("no such file");
        hello.machine().installed("hello").prints("hello from 1.1.0");
    }

    @Test
    void firstBreaksOff_secondResumes() throws IOException {
        first.fail(".tar.gz", Faults.TRUNCATED);
        hello.updates();
        assertTrue(second.lastRequest().offset() > 0, second.lastRequest().toString());
    }

    @Test
    void firstIsStale_secondServes() throws IOException {
        Path stale = folder.resolve("stale");
        new Publisher(stale, "hello").release("1.0.0");
        serveManifestFromFirst(stale);
        hello.updates();
    }

    @Test
    void firstIsOtherApp_secondServes() throws IOException {
        Path other = folder.resolve("other");
        new Publisher(other, "goodbye").release("1.0.0");
        serveManifestFromFirst(other);
        hello.updates();
    }

    private void serveManifestFromFirst(Path publisher) throws IOException {
        byte[] manifest = Files.readAllBytes(publisher.resolve("repository/version-manifest.json"));
        first.fail("version-manifest.json", exchange -> {
            exchange.head("200 OK", "Content-Length: " + manifest.length);
            exchange.send(manifest);
        });
    }

    @Test
    void firstRedirectsToPlainHttp_secondServes() throws IOException {
        first.fail("", Fault.redirect("http://mirror.example.com/hello/version-manifest.json"));
        hello.updates();
    }

    @Test
    void firstRedirectsForever_secondServes() throws IOException {
        first.fail("", Fault.redirect("/again"));
        hello.updates();
    }

    @Test
    void redirectToOtherServer_isFollowed() throws IOException {
        first.fail(
                ".tar.gz",
                exchange -> exchange.head(
                        "302 Found",
                        "Location: " + second.address() + exchange.request().path(),
                        "Content-Length: 0"));
        hello.updates();
        assertTrue(
                second.lastRequest().path().endsWith(".tar.gz"),
                second.requests().toString());
    }

    @Test
    void bothCorrupt_is4AndNamesBoth() throws IOException {
        first.close();
        second.fail(".tar.gz", Faults.CORRUPT);
        hello.update()
                .exits(4)
                .complains(first.address().toString())
                .complains(second.address().toString());
        hello.isUntouched();
        assertEquals(0, hello.partials().size());
    }

    @Test
    void bothUnreachable_is3AndNamesBoth() throws IOException {
        first.close();
        second.close();
        hello.update()
                .exits(3)
                .complains(first.address().toString())
                .complains(second.address().toString());
        hello.isUntouched();
    }
}
