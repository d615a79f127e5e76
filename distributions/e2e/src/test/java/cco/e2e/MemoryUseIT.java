package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An update's memory use does not depend on the size of the download. */
class MemoryUseIT {

    private static final long MIB = 1 << 20;
    private static final long LIMIT = 200 * MIB;

    /** Enough to exceed the limit if the download were kept in memory. */
    private static final long MORE = LIMIT + 50 * MIB;

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "reads the peak from /proc")
    void largeArchive_isNotKeptInMemory() throws Exception {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        try (FaultyServer server = FaultyServer.serving(publisher.repository())) {
            Installation hello = new Installation(folder, server.address());
            String archive = "v1.1.0/hello-v1.1.0-" + Publisher.platform() + ".tar.gz";
            new Repository(publisher.repository()).offer("1.1.0", archive, 1024 * MIB, "0".repeat(64));
            server.fail(archive, exchange -> {
                exchange.head("200 OK");
                for (long sent = 0; sent < MORE; sent += MIB) {
                    exchange.send(new byte[(int) MIB]);
                }
                exchange.stall();
            });
            Machine.Started update = hello.startUpdate();
            update.until(() -> written(hello) == MORE);
            long peak = peak(update.process().pid());
            update.process().destroyForcibly().waitFor();
            assertTrue(peak < LIMIT, "peak of " + peak / MIB + " MiB");
            assertEquals(MORE, written(hello), "written while it arrives");
        }
    }

    private static long written(Installation hello) throws IOException {
        return hello.partials().isEmpty() ? 0 : Files.size(hello.partials().getFirst());
    }

    /** The peak memory of a process in bytes. */
    private static long peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }
}
