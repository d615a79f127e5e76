package cco.core.fetch;

import static cco.core.fetch.FetchLab.HASTY;
import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Origin;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metadata that belong together are read from one origin, which may be slow, endless or malicious. */
class OriginTaskTest {

    private static final String TIMESTAMP = "metadata/timestamp.json";
    private static final String SNAPSHOT = "metadata/2.snapshot.json";

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer bad;
    private FaultyServer good;

    @BeforeEach
    void serve() throws IOException {
        lab = new FetchLab(temporary);
        Files.createDirectory(lab.repository.resolve("metadata"));
        Files.writeString(lab.repository.resolve(TIMESTAMP), "timestamp");
        Files.writeString(lab.repository.resolve(SNAPSHOT), "snapshot");
        bad = FaultyServer.serving(lab.repository);
        good = FaultyServer.serving(lab.repository);
    }

    @AfterEach
    void stop() throws IOException {
        bad.close();
        good.close();
    }

    /** Where both files were read; refuses a timestamp of another content. */
    private List<String> read(FetchLimits limits, FaultyServer... servers) throws CcoException {
        List<Origin> origins = List.of(servers).stream()
                .<Origin>map(server -> new FetchLab.Mirror(server.address()))
                .toList();
        return lab.fetcher(limits).exchange(origins, TIMESTAMP, files -> {
            String timestamp = new String(files.read(TIMESTAMP, 9).bytes());
            if (!timestamp.equals("timestamp")) {
                throw new VerificationException("not signed", "tell the publisher");
            }
            return List.of(
                    files.read(TIMESTAMP, 9).name(), files.read(SNAPSHOT, 8).name());
        });
    }

    private void assertServedByTheGoodOne(List<String> names) {
        assertEquals(List.of(good.address() + "/" + TIMESTAMP, good.address() + "/" + SNAPSHOT), names);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENDLESS_BODY", "ENDLESS_HEADERS", "TRUNCATED", "NOT_HTTP", "HANGS_UP", "CORRUPT"})
    void maliciousMirror_isSkipped(Faults fault) throws Exception {
        bad.fail(TIMESTAMP, fault);
        assertServedByTheGoodOne(read(PATIENT, bad, good));
    }

    @Test
    void mirrorThatLacksTheSecondFile_servesNoneOfThem() throws Exception {
        bad.fail(SNAPSHOT, Fault.status("404 Not Found"));
        assertServedByTheGoodOne(read(PATIENT, bad, good));
    }

    @ParameterizedTest
    @EnumSource(names = {"STALLED_BEFORE_HEADERS", "STALLED_HALFWAY", "DRIPPING_HEADERS", "DRIPPING_CHUNK_HEADER"})
    void slowRetrieval_isAbandoned(Faults fault) throws Exception {
        bad.fail(TIMESTAMP, fault);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThrows(SourceException.class, () -> read(HASTY, bad)));
    }

    @Test
    void endlessMetadata_endsAtTheLimit() throws Exception {
        Files.writeString(lab.repository.resolve(SNAPSHOT), "snapshot and more");
        SourceException failure = assertThrows(SourceException.class, () -> read(PATIENT, good));
        assertTrue(failure.getMessage().endsWith("longer than the 8 bytes that are allowed"), failure.getMessage());
    }

    @Test
    void onlyMissingMetadata_isAbsent() throws Exception {
        List<Origin> origins = List.of(new FetchLab.Mirror(bad.address()));
        assertEquals(
                Optional.empty(),
                lab.fetcher(PATIENT).exchange(origins, TIMESTAMP, files -> files.find("metadata/2.root.json", 9)));
        bad.fail("2.root.json", Fault.status("500 Oops"));
        assertThrows(
                SourceException.class,
                () -> lab.fetcher(PATIENT)
                        .exchange(origins, TIMESTAMP, files -> files.find("metadata/2.root.json", 9)));
    }
}
