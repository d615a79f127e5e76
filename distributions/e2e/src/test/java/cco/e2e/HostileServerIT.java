package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.fetch.Faults;
import cco.core.fetch.FaultyServer;
import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a server does, cco ends in time with a message that names it, and the next update does its job. */
@ExtendWith(InstalledCco.class)
@Execution(ExecutionMode.CONCURRENT)
class HostileServerIT {

    @TempDir
    static Path shared;

    private static Publisher publisher;

    @TempDir
    Path folder;

    private FaultyServer server;
    private Installation hello;

    @BeforeAll
    static void twoVersionsAreOut() throws IOException {
        publisher = Installation.publisher(shared);
    }

    @BeforeEach
    void oneIsInstalled(Cco cco) throws IOException {
        server = FaultyServer.serving(publisher.repository());
        hello = new Installation(folder, cco, server.address());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        STALLED_BEFORE_HEADERS   | no answer within 1 s
        STALLED_AFTER_HEADERS    | no answer within 1 s
        STALLED_HALFWAY          | 1 s
        DRIPPING_HEADERS         | no answer within 1 s
        DRIPPING_BODY            | too slow
        DRIPPING_CHUNK_HEADER    | no answer within 1 s
        ENDLESS_HEADERS          | header
        ENDLESS_BODY             | longer than
        TRUNCATED                | broke off after
        TRUNCATED_WITHOUT_LENGTH | is not a valid manifest
        CORRUPT                  | is not a valid manifest
        WRONG_LENGTH             | broke off after
        COMPRESSED               | compresses
        NOT_HTTP                 | not http
        HANGS_UP                 | end of file
        """)
    void aManifestServedInAFaultyWay_is3(Faults fault, String reason) throws IOException {
        server.fail("version-manifest.json", fault);
        refused(run(fault), 3, reason);
        assertEquals(List.of(), hello.partials());
        server.heal();
        hello.updates();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        STALLED_BEFORE_HEADERS   | 3 | false | no answer within 1 s
        STALLED_AFTER_HEADERS    | 3 | false | no answer within 1 s
        STALLED_HALFWAY          | 3 | true  | 1 s
        DRIPPING_HEADERS         | 3 | false | no answer within 1 s
        DRIPPING_BODY            | 3 | true  | too slow
        DRIPPING_CHUNK_HEADER    | 3 | false | no answer within 1 s
        ENDLESS_HEADERS          | 3 | false | header
        ENDLESS_BODY             | 4 | false | longer than
        TRUNCATED                | 3 | true  | broke off after
        TRUNCATED_WITHOUT_LENGTH | 3 | true  | ended
        CORRUPT                  | 4 | false | sha256
        WRONG_LENGTH             | 4 | false | bytes
        COMPRESSED               | 4 | false | bytes
        NOT_HTTP                 | 3 | false | not http
        HANGS_UP                 | 3 | false | end of file
        """)
    void anArchiveServedInAFaultyWay_isNotInstalled(Faults fault, int exit, boolean resumes, String reason)
            throws IOException {
        server.fail(".tar.gz", fault);
        refused(run(fault), exit, reason);
        long kept = resumes ? Files.size(hello.partials().getFirst()) : 0;
        assertEquals(resumes, !hello.partials().isEmpty());
        server.heal();
        hello.updates();
        assertTrue(server.lastRequest().path().endsWith(".tar.gz"), server.requests().toString());
        assertEquals(kept, server.lastRequest().offset());
    }

    @ParameterizedTest
    @EnumSource(names = {"WRONG_RANGE", "IGNORES_RANGE", "REFUSES_RANGE", "CHANGED"})
    void aServerThatDoesNotResume_isAskedForTheWholeFile(Faults fault) throws IOException {
        server.fail(".tar.gz", Faults.TRUNCATED);
        hello.update().exits(3);
        assertFalse(hello.partials().isEmpty());
        server.fail(".tar.gz", fault);
        hello.updates();
    }

    /** Only those that hang get the short limit: whoever answers must not be refused because this machine is busy. */
    private Run run(Faults fault) throws IOException {
        boolean hangs = fault.name().startsWith("STALLED") || fault.name().startsWith("DRIPPING");
        return hangs ? hello.hurriedUpdate() : hello.update();
    }

    private void refused(Run run, int exit, String reason) throws IOException {
        run.exits(exit).complains(server.address().toString()).complains(reason).complains("hint:");
        assertEquals("", run.out());
        hello.isUntouched();
    }
}
