package cco.core.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("only one thread of a process has a FileMutex at a time")
class EventQueueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @TempDir
    Path parent;

    private Path folder;
    private EventQueue queue;

    @BeforeEach
    void aQueue() {
        folder = parent.resolve("telemetry");
        queue = new EventQueue(folder);
    }

    private static TelemetryEvent report(String version) {
        return new TelemetryEvent(
                Version.of(version), new Platform("linux-x86_64"), Channel.STABLE, EventType.UPDATED, TODAY);
    }

    private void add(int first, int last) throws IOException {
        for (int number = first; number <= last; number++) {
            queue.add(report("1.0." + number));
        }
    }

    private static String lines(int first, int last) {
        StringBuilder text = new StringBuilder();
        for (int number = first; number <= last; number++) {
            text.append(report("1.0." + number).line()).append('\n');
        }
        return text.toString();
    }

    @Test
    void readingAndPurging_createNothing() throws IOException {
        assertEquals("", queue.text());
        assertEquals(Optional.empty(), queue.takeForSending(TODAY));
        assertEquals(0, queue.purge());
        assertFalse(Files.exists(folder));
    }

    @Test
    void events_keepTheirOrder() throws IOException {
        add(1, 3);
        assertEquals(lines(1, 3), queue.text());
        assertEquals(lines(1, 3), Files.readString(folder.resolve("queue.jsonl")));
    }

    @Test
    void fullQueue_dropsOldestEvents() throws IOException {
        add(1, EventQueue.MAX_EVENTS + 2);
        assertEquals(lines(3, EventQueue.MAX_EVENTS + 2), queue.text());
    }

    @Test
    void sending_isTriedOnceADay() throws IOException {
        add(1, 1);
        assertEquals(Optional.of(lines(1, 1)), queue.takeForSending(TODAY));
        add(2, 2);
        assertEquals(Optional.empty(), queue.takeForSending(TODAY));
        assertEquals(Optional.of(lines(1, 2)), queue.takeForSending(TODAY.plusDays(1)));
    }

    @Test
    void eventAddedDuringSending_stays() throws IOException {
        add(1, 2);
        String sent = queue.takeForSending(TODAY).orElseThrow();
        add(3, 3);
        queue.removeSent(sent);
        assertEquals(lines(3, 3), queue.text());
    }

    @Test
    void eventsDroppedDuringSending_costNoNewOnes() throws IOException {
        add(1, EventQueue.MAX_EVENTS);
        String sent = queue.takeForSending(TODAY).orElseThrow();
        add(EventQueue.MAX_EVENTS + 1, EventQueue.MAX_EVENTS + 5);
        queue.removeSent(sent);
        assertEquals(lines(EventQueue.MAX_EVENTS + 1, EventQueue.MAX_EVENTS + 5), queue.text());
    }

    @Test
    void purgeDuringSending_isHarmless() throws IOException {
        add(1, 2);
        String sent = queue.takeForSending(TODAY).orElseThrow();
        queue.purge();
        add(3, 3);
        queue.removeSent(sent);
        assertEquals(lines(3, 3), queue.text());
    }

    @Test
    void purge_leavesOnlyTheLock() throws IOException {
        add(1, 2);
        queue.takeForSending(TODAY);
        Files.writeString(folder.resolve("queue.jsonl.1234.tmp"), "half");
        assertEquals(2, queue.purge());
        try (var files = Files.list(folder)) {
            assertEquals(folder.resolve("lock"), files.findFirst().orElseThrow());
        }
        assertEquals(0, Files.size(folder.resolve("lock")));
        assertEquals("", queue.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "half a li",
                "{\"version\":\"1.0.0\",\"platform\":\"linux-x86_64\",\"channel\":\"stable\",\"event\":\"updated\"}",
                "{\"version\":\"1.0.0\",\"platform\":\"linux-x86_64\",\"channel\":\"stable\",\"event\":\"updated\","
                        + "\"date\":\"2026-01-31\",\"id\":\"42\"}",
                "{\"version\":\"1.0.0\",\"platform\":\"linux-x86_64\",\"channel\":\"acme\",\"event\":\"updated\","
                        + "\"date\":\"2026-01-31\"}",
                "{\"version\":\"1.0.0\",\"platform\":\"linux-x86_64\",\"channel\":\"beta\",\"event\":\"updated\","
                        + "\"date\":\"2026-01-31T10:00:00Z\"}",
                "\u001b[31m",
                "\u0000",
                "",
            })
    void otherLines_areNeitherShownNorSent(String line) throws IOException {
        add(1, 1);
        Path file = folder.resolve("queue.jsonl");
        Files.writeString(file, line + "\n" + lines(1, 1) + line);
        assertEquals(lines(1, 1), queue.text());
        assertEquals(Optional.of(lines(1, 1)), queue.takeForSending(TODAY));
        add(2, 2);
        assertEquals(lines(1, 2), Files.readString(file));
    }

    @Test
    void tooLargeFile_isNotRead() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("queue.jsonl"), lines(1, 1).repeat(1000));
        assertEquals("", queue.text());
        add(1, 1);
        assertEquals(lines(1, 1), queue.text());
    }

    @Test
    void busyQueue_isNotWaitedFor() throws IOException {
        add(1, 1);
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertTrue(channel.lock().isValid());
            add(2, 2);
            assertEquals(Optional.empty(), queue.takeForSending(TODAY));
            assertThrows(IOException.class, queue::purge);
        }
        assertEquals(lines(1, 1), queue.text());
    }
}
