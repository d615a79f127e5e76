package cco.core.fetch;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A repository and a server of it that fails on request, for the tests of downloads. */
abstract class ServedLab {

    @TempDir
    Path temporary;

    FetchLab lab;
    FaultyServer server;

    @BeforeEach
    final void serve() throws IOException {
        lab = new FetchLab(temporary);
        server = FaultyServer.serving(lab.repository);
    }

    @AfterEach
    final void stop() throws IOException {
        server.close();
    }
}
