package cco.core.background;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.schedule.Notice;
import cco.core.schedule.ScheduleFile;
import cco.tck.server.Fault;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks send few requests and obey the server's limits. */
class BackgroundTrafficTest {

    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    Path folder;

    private EngineLab lab;
    private FaultyServer server;
    private ScheduleFile schedule;
    private Instant now;

    @BeforeEach
    void anAppFromAServer() throws CcoException, IOException {
        lab = new EngineLab(folder);
        lab.publish("1.0.0");
        server = FaultyServer.serving(lab.repository);
        lab.install(HELLO, server.address().toString());
        schedule = new ScheduleFile(lab.dirs.appState(HELLO));
        now = Instant.now().plus(DAY.multipliedBy(2));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private String notice() throws IOException {
        return schedule.read()
                .orElseThrow()
                .notices()
                .notice()
                .map(Notice::toString)
                .orElse("");
    }

    private List<Optional<String>> rangesAskedFor(int before) {
        return server.requests().stream()
                .skip(before)
                .map(request -> request.header("Range"))
                .toList();
    }

    @Test
    void retryAfterOfServer_isObeyed() throws IOException {
        server.fail("json", Fault.status("429 Too Many Requests", "Retry-After: " + 3 * DAY.toSeconds()));
        assertTrue(schedule.claim(now, Optional.of(DAY), 0));
        lab.check(now);
        assertFalse(schedule.claim(now.plus(DAY.multipliedBy(2)), Optional.of(DAY), 0));
        assertTrue(schedule.claim(now.plus(DAY.multipliedBy(3)), Optional.of(DAY), 0));
    }

    @Test
    void checkWithoutNews_requestsOneByte() throws CcoException, IOException {
        int before = server.requests().size();
        lab.check(now);
        lab.check(now.plus(DAY));
        long last = Files.size(lab.repository.resolve("version-manifest.json")) - 1;
        Optional<String> sparing = Optional.of("bytes=" + last + "-");
        assertEquals(List.of(sparing, sparing), rangesAskedFor(before));
        lab.publish("1.1.0");
        lab.check(now.plus(DAY.multipliedBy(2)));
        assertTrue(notice().startsWith("hello 1.1.0 is available"), notice());
    }

    @Test
    void unchangedManifest_stillExpires() throws IOException {
        Path manifest = lab.repository.resolve("version-manifest.json");
        String expiring = "\"expires\": \"" + now.plus(DAY) + "\", \"schema\"";
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"schema\"", expiring));
        lab.check(now);
        assertEquals("", notice());
        int before = server.requests().size();
        lab.check(now.plus(DAY.multipliedBy(2)));
        assertTrue(notice().contains("expired"), notice());
        assertEquals(2, rangesAskedFor(before).size());
        assertEquals(Optional.empty(), rangesAskedFor(before).getLast(), "the whole is asked for");
    }
}
