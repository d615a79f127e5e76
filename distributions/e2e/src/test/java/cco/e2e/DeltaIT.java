package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates by delta with the linked program. */
class DeltaIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;
    private byte[] data;

    @BeforeEach
    void installTheFirstOfTwoVersions() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        publisher = new Publisher(folder.resolve("publisher"), "hello");
        data = new byte[300_000];
        new Random(3).nextBytes(data);
        add("1.0.0");
        machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(0);
        data[70_000]++;
        add("1.1.0");
        machine.cco(
                        "release",
                        "delta",
                        "1.1.0",
                        "--repository",
                        publisher.repository().toString())
                .exits(0)
                .prints("1.0.0 to 1.1.0");
    }

    private void add(String version) throws IOException {
        Path build = publisher.build(version);
        Files.write(build.resolve("data"), data);
        publisher.add(version, build);
    }

    private void requireUpdated(Run update) throws IOException {
        update.exits(0).prints("updated hello from 1.0.0 to 1.1.0");
        machine.installed("hello").prints("hello from 1.1.0");
        Path installed = machine.home().resolve("data/apps/hello/versions/1.1.0/data");
        assertArrayEquals(data, Files.readAllBytes(installed));
        assertEquals(List.of(), machine.unfinished());
    }

    @Test
    void update_needsTheDeltaOnly() throws IOException {
        Files.delete(publisher.archive("1.1.0"));
        Run offer = machine.cco("update", "hello", "--check", "--json").exits(100);
        assertTrue(offer.events().getLast().get("size").getAsLong() < 1_000, offer.toString());
        Run update = machine.cco("update", "hello", "--yes");
        requireUpdated(update);
        assertFalse(update.err().contains("whole archive"), update.toString());
        machine.cco("doctor", "hello").exits(0);
        machine.cco("update", "hello", "--rollback").exits(0);
        machine.installed("hello").prints("hello from 1.0.0");
    }

    @Test
    void damagedInstallation_downloadsTheArchive() throws IOException {
        Path installed = machine.home().resolve("data/apps/hello/versions/1.0.0/data");
        assertTrue(installed.toFile().setWritable(true));
        Files.writeString(installed, "damaged");
        Run update = machine.cco("update", "hello", "--yes");
        requireUpdated(update.complains("downloading the whole archive"));
    }
}
