package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that serve an archive badly: cco ends in time and names the server, and the next update succeeds. */
@Execution(ExecutionMode.CONCURRENT)
class HostileArchiveServerIT {

    @TempDir
    static Path shared;

    private static Publisher publisher;

    @TempDir
    Path folder;

    private FaultyServer server;
    private Installation hello;

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        publisher = Installation.publisher(shared);
    }

    @BeforeEach
    void install() throws IOException {
        server = FaultyServer.serving(publisher.repository());
        hello = new Installation(folder, server.address());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        STALLED_BEFORE_HEADERS   | 3 | false | no answer within 3 s
        STALLED_AFTER_HEADERS    | 3 | false | no answer within 3 s
        STALLED_HALFWAY          | 3 | true  | 3 s
        DRIPPING_HEADERS         | 3 | false | no answer within 3 s
        DRIPPING_BODY            | 3 | true  | too slow
        DRIPPING_CHUNK_HEADER    | 3 | false | no answer within 3 s
        ENDLESS_HEADERS          | 3 | false | header
        ENDLESS_BODY             | 4 | false | longer than
        TRUNCATED                | 3 | true  | connection lost after
        TRUNCATED_WITHOUT_LENGTH | 3 | true  | ended
        CORRUPT                  | 4 | false | sha256
        WRONG_LENGTH             | 4 | false | bytes
        COMPRESSED               | 4 | false | bytes
        NOT_HTTP                 | 3 | false | not http
        HANGS_UP                 | 3 | false | without an answer
        """)
    void faultyServer_isRefusedAndNextUpdateSucceeds(Faults fault, int exit, boolean resumes, String reason)
            throws IOException {
        server.fail(".tar.gz", fault);
        refused(hello.updateFrom(fault, 3), exit, reason);
        long kept = resumes ? Files.size(hello.partials().getFirst()) : 0;
        assertEquals(resumes, !hello.partials().isEmpty());
        server.heal();
        hello.updates();
        assertTrue(
                server.lastRequest().path().endsWith(".tar.gz"),
                server.requests().toString());
        assertEquals(kept, server.lastRequest().offset());
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_RANGE", "IGNORES_RANGE", "REFUSES_RANGE", "CHANGED"})
    void serverThatCannotResume_isAskedForWholeFile(Faults fault) throws IOException {
        server.fail(".tar.gz", Faults.TRUNCATED);
        hello.update().exits(3);
        assertFalse(hello.partials().isEmpty());
        server.fail(".tar.gz", fault);
        hello.updates();
    }

    private void refused(Run run, int exit, String reason) throws IOException {
        run.exits(exit).complains(server.address().toString()).complains(reason).complains("hint:");
        assertEquals("", run.out());
        hello.isUntouched();
    }
}
