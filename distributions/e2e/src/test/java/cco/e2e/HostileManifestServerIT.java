package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.e2e.InstalledCco.Cco;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a server serves the manifest, cco ends in time, says who it was, and is well again when the server is. */
@ExtendWith(InstalledCco.class)
class HostileManifestServerIT {

    @TempDir
    static Path folder;

    private static FaultyServer server;
    private static Installation hello;

    @BeforeAll
    static void oneOfTwoVersionsIsInstalled(Cco cco) throws IOException {
        server = FaultyServer.serving(
                Installation.publisher(folder.resolve("publisher")).repository());
        hello = new Installation(folder, cco, server.address());
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
        TRUNCATED                | broke off after
        TRUNCATED_WITHOUT_LENGTH | is not a valid manifest
        CORRUPT                  | is not a valid manifest
        WRONG_LENGTH             | broke off after
        COMPRESSED               | compresses
        NOT_HTTP                 | not http
        HANGS_UP                 | end of file
        """)
    void isRefused(Faults fault, String reason) throws IOException {
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
