package cco.core.http;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A server of one file for tests of TLS. Only clients with its certificate trust it. All tests share the folder of the
 * key, which is deleted at the end of each class, so these classes never run beside each other.
 */
@ResourceLock("cco.core.http.TlsLab")
public abstract class TlsLab {

    @TempDir
    private static Path keys;

    public static ServerKey key;

    @TempDir
    public Path folder;

    final byte[] bytes = "0123456789".getBytes();
    public FaultyServer server;

    @BeforeAll
    static void makeKey() throws Exception {
        key = ServerKey.make(keys, "-ext", "san=dns:mirror.test,ip:127.0.0.1");
    }

    @BeforeEach
    final void serve() throws Exception {
        Files.write(folder.resolve("file"), bytes);
        server = FaultyServer.serving(folder, key.context());
    }

    @AfterEach
    final void stop() throws IOException {
        server.close();
    }
}
