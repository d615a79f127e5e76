package cco.tck.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Content;
import cco.api.Resource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoopbackTransportTest {

    private static final Map<String, String> TOKEN = Map.of("Authorization", "Bearer secret");

    @TempDir
    private Path folder;

    private FaultyServer server;

    @BeforeEach
    void serve() throws IOException {
        Files.writeString(folder.resolve("file"), "0123456789");
        server = FaultyServer.serving(folder);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String get(Resource resource) throws IOException {
        try (Content content = new LoopbackTransport().get(URI.create(server.address() + "/file"), resource, TOKEN)) {
            return content.offset() + ":" + new String(content.stream().readAllBytes());
        }
    }

    @Test
    void offset_isHonouredUntilTheFileChanges() throws IOException {
        assertEquals("4:456789", get(new Resource("file", 4, Optional.empty())));
        assertEquals("0:0123456789", get(new Resource("file", 4, Optional.of("\"another state\""))));
    }

    @Test
    void statuses_becomeDifferentExceptions() {
        server.fail("file", Fault.status("410 Gone"));
        assertThrows(NoSuchFileException.class, () -> get(Resource.whole("file")));
        server.fail("file", Fault.status("403 Forbidden"));
        assertThrows(AccessDeniedException.class, () -> get(Resource.whole("file")));
        server.fail("file", Fault.status("503 Busy"));
        assertThrows(IOException.class, () -> get(Resource.whole("file")));
    }

    /** Hosting services redirect to addresses with a token of their own. */
    @Test
    void headers_doNotFollowARedirectToAnotherHost(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("file"), "from elsewhere");
        try (FaultyServer other = FaultyServer.serving(elsewhere)) {
            server.fail("file", Fault.redirect(other.address() + "/file?token=xyz"));
            assertEquals("0:from elsewhere", get(Resource.whole("file")));
            assertEquals("/file?token=xyz", other.lastRequest().target());
            assertEquals(Optional.empty(), other.lastRequest().header("Authorization"));
            assertEquals(Optional.of("Bearer secret"), server.lastRequest().header("Authorization"));
        }
    }

    @Test
    void otherMachine_isNotContacted() {
        URI address = URI.create("http://192.0.2.1/file");
        assertThrows(IOException.class, () -> new LoopbackTransport().get(address, Resource.whole("file"), TOKEN));
    }
}
