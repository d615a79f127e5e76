package cco.core.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class DetachedProcessTest {

    private static final long POLL_NANOS = 5_000_000;

    @TempDir
    Path folder;

    /** The output of a shell script that is started this way, up to its last line. */
    private List<String> said(String script) throws IOException {
        Path out = folder.resolve("out");
        DetachedProcess.start(List.of(
                "/bin/sh", "-c", "{ " + script + "; } > '" + out + ".part' 2>&1; mv '" + out + ".part' '" + out + "'"));
        while (!Files.exists(out)) {
            LockSupport.parkNanos(POLL_NANOS);
        }
        return Files.readAllLines(out);
    }

    @Test
    void closedTerminal_doesNotEndProcess() throws IOException {
        assertEquals(List.of("still here"), said("kill -HUP $$; kill -INT $$; echo still here"));
    }

    @Test
    void process_hasNoInputAndHoldsNoFolder() throws IOException {
        assertEquals(List.of("0", "/"), said("wc -c | tr -d ' '; pwd"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void process_hasOwnSessionAndLowPriority() throws IOException {
        List<String> fields = said("cut -d ' ' -f 6,19 /proc/self/stat");
        String own = Files.readString(Path.of("/proc/self/stat")).split(" ")[5];
        assertNotEquals(own, fields.getFirst().split(" ")[0]);
        assertEquals("10", fields.getFirst().split(" ")[1]);
    }
}
