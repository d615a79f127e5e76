package cco.core.fetch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Origin;
import cco.core.error.SourceException;
import cco.core.model.ProgressListener;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import cco.tck.server.UnreliableLink;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installations and updates succeed on a network that fails now and then. */
class UnreliableNetworkTest {

    private static final int ROUNDS = 50;
    private static final List<String> METADATA =
            List.of("timestamp.json", "snapshot.json", "targets.json", "version-manifest.json");

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer server;

    @BeforeEach
    void serve() throws Exception {
        lab = new FetchLab(temporary);
        for (String file : METADATA) {
            Files.writeString(lab.repository.resolve(file), "content of " + file);
        }
        server = FaultyServer.serving(lab.repository);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** One run's requests, with a fetcher of its own: the metadata, then the archive. */
    private void run(URI base) throws Exception {
        List<Origin> origins = List.of(new FetchLab.Mirror(base));
        Fetcher fetcher = lab.fetcher(FetchLab.PATIENT);
        fetcher.exchange(origins, "metadata", files -> {
            for (String file : METADATA) {
                assertEquals(
                        "content of " + file, new String(files.read(file, 100).bytes()));
                assertTrue(files.find("missing-" + file, 100).isEmpty());
            }
            return null;
        });
        VerifiedBlob blob = fetcher.archive(origins, FetchLab.APP, lab.file, List.of(), ProgressListener.NONE);
        assertArrayEquals(lab.archive, Files.readAllBytes(blob.path()));
        blob.discard(ProgressListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void oneConnectionInFiveIsReset_allRunsSucceed(boolean keepsConnections) throws Exception {
        if (keepsConnections) {
            server.keepConnections();
        }
        try (UnreliableLink link = new UnreliableLink(server.address(), 0.2, 1)) {
            for (int round = 0; round < ROUNDS; round++) {
                run(link.address());
            }
            assertTrue(link.resets() >= 5, link.resets() + " resets");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bodiesBreakOff_allRunsSucceed(boolean keepsConnections) throws Exception {
        if (keepsConnections) {
            server.keepConnections();
        }
        server.fail("", Fault.cutting(0.07, 1));
        for (int round = 0; round < ROUNDS; round++) {
            run(server.address());
        }
    }

    @Test
    void archiveThatBreaksOff_resumes() throws Exception {
        server.fail(".gz", Faults.CUT);
        // Each attempt brings half of the rest, so the last bytes come when the file is no longer cut.
        SourceException failure =
                lab.refused(SourceException.class, FetchLab.PATIENT, new FetchLab.Mirror(server.address()));
        assertTrue(failure.getMessage().contains("connection lost after"), failure.getMessage());
        long offset = server.lastRequest().offset();
        assertTrue(offset > lab.archive.length * 9L / 10, "offset " + offset);
    }

    @Test
    void failingServer_isAskedThreeTimes() throws Exception {
        server.fail(".gz", Fault.status("502 Bad Gateway"));
        assertThrows(SourceException.class, () -> lab.fetch(FetchLab.PATIENT, new FetchLab.Mirror(server.address())));
        assertEquals(3, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ENDLESS_CONTINUE", "ENDLESS_EARLY_HINTS", "ENDLESS_TRAILERS", "ENDLESS_HEADERS"})
    void endlessHead_endsAsASourceFailure(Faults fault) throws Exception {
        server.fail(".json", fault);
        Fetcher fetcher = lab.fetcher(FetchLab.PATIENT);
        SourceException failure = assertThrows(
                SourceException.class,
                () -> fetcher.document(
                        List.of(new FetchLab.Mirror(server.address())),
                        METADATA.getFirst(),
                        100,
                        document -> document));
        assertTrue(
                failure.getMessage().matches(".*(are longer than 65536 bytes|more than 16 interim responses)"),
                failure.getMessage());
        assertEquals(1, server.requests().size());
    }

    @Test
    void redirectToAPortThatDoesNotExist_hasWords() throws Exception {
        server.fail(".json", Fault.redirect("http://127.0.0.1:99999/x"));
        Fetcher fetcher = lab.fetcher(FetchLab.PATIENT);
        SourceException failure = assertThrows(
                SourceException.class,
                () -> fetcher.document(
                        List.of(new FetchLab.Mirror(server.address())),
                        METADATA.getFirst(),
                        100,
                        document -> document));
        assertTrue(failure.getMessage().endsWith("there is no port 99999"), failure.getMessage());
    }
}
