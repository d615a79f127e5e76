package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that serve the manifest badly: cco ends in time and names the server, and the next check succeeds. */
class HostileManifestServerIT {

    @TempDir
    static Path folder;

    private static FaultyServer server;
    private static Installation hello;

    @BeforeAll
    static void installOlderOfTwoVersions() throws IOException {
        server = FaultyServer.serving(
                Installation.publisher(folder.resolve("publisher")).repository());
        hello = new Installation(folder, server.address());
    }

    @AfterAll
    static void stop() throws IOException {
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
        TRUNCATED                | connection lost after
        TRUNCATED_WITHOUT_LENGTH | is not a valid manifest
        CORRUPT                  | is not a valid manifest
        WRONG_LENGTH             | connection lost after
        COMPRESSED               | compresses
        NOT_HTTP                 | not http
        HANGS_UP                 | without an answer
        """)
    void faultyServer_isRefused(Faults fault, String reason) throws IOException {
        server.fail("version-manifest.json", fault);
        Run run = hello.updateFrom(fault, 1).exits(3);
        run.complains(server.address().toString()).complains(reason).complains("hint:");
        assertEquals("", run.out());
        hello.isUntouched();
        assertEquals(List.of(), hello.partials());
        server.heal();
        hello.update("--check").exits(100);
    }
}
