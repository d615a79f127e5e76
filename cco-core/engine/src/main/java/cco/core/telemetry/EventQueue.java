package cco.core.telemetry;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileMutex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The waiting events, oldest first, one per line. Lines that are not events are neither shown nor sent, and disappear
 * with the next change. If another process is changing the queue, a change is dropped rather than delayed.
 */
public final class EventQueue {

    /** The largest number of events; beyond it, the oldest are dropped. */
    static final int MAX_EVENTS = 200;

    /** More than the largest queue needs, so cco did not write a larger file. */
    private static final long MAX_BYTES = 64 * 1024;

    private final Path folder;
    private final Path file;
    private final Path lastAttempt;
    private final Path lock;

    /**
     * The queue in a folder, which is created with the first event.
     *
     * @param folder a folder that holds nothing else
     */
    public EventQueue(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("queue.jsonl");
        this.lastAttempt = folder.resolve("last-try");
        this.lock = folder.resolve("lock");
    }

    /**
     * {@return the events, byte for byte as they would be sent; empty if there are none}
     *
     * @throws IOException if the file system fails
     */
    public String text() throws IOException {
        return text(lines());
    }

    /**
     * Adds an event; it is lost if another process is using the queue. Threads of this process wait for each other.
     *
     * @param event the event
     * @throws IOException if the file system fails
     */
    public void add(TelemetryEvent event) throws IOException {
        String line = event.line();
        if (!TelemetryEvent.isLine(line)) {
            return;
        }
        synchronized (EventQueue.class) {
            FileMutex.ifFree(lock, () -> {
                List<String> lines = new ArrayList<>(lines());
                lines.add(line);
                write(lines.subList(Math.max(0, lines.size() - MAX_EVENTS), lines.size()));
                return line;
            });
        }
    }

    /**
     * {@return the text to send today; nothing if no event waits, or if a call today has returned some already}
     *
     * <p>Every call that returns a text counts as the attempt of the day.
     *
     * @param today the current date
     * @throws IOException if the file system fails
     */
    public Optional<String> takeForSending(LocalDate today) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return FileMutex.ifFree(lock, () -> {
                    String text = text();
                    if (text.isEmpty() || wasTried(today)) {
                        return "";
                    }
                    DurableFiles.writePrivate(lastAttempt, today.toString().getBytes(StandardCharsets.US_ASCII));
                    return text;
                })
                .filter(text -> !text.isEmpty());
    }

    /**
     * Removes events that were sent; events added in the meantime stay.
     *
     * @param text the text
     * @throws IOException if the file system fails
     */
    public void removeSent(String text) throws IOException {
        List<String> sent = text.lines().toList();
        FileMutex.ifFree(lock, () -> {
            List<String> now = lines();
            int first = 0; // The oldest may have been dropped in the meantime.
            while (!startsWith(now, sent.subList(first, sent.size()))) {
                first++;
            }
            write(now.subList(sent.size() - first, now.size()));
            return text;
        });
    }

    /**
     * Deletes all events.
     *
     * @return how many there were
     * @throws IOException if they cannot be deleted, or another process is changing the queue
     */
    public int purge() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        return FileMutex.ifFree(lock, () -> {
                    int events = lines().size();
                    Files.deleteIfExists(file);
                    Files.deleteIfExists(lastAttempt);
                    deleteLeftovers();
                    DurableFiles.syncDirectory(folder);
                    return events;
                })
                .orElseThrow(() -> new IOException("another cco is using it"));
    }

    private List<String> lines() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            return List.of();
        }
        // Every byte is a Latin-1 character, so that a damaged file can be read too.
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(TelemetryEvent::isLine)
                .toList();
    }

    private void write(List<String> lines) throws IOException {
        deleteLeftovers();
        DurableFiles.writePrivate(file, text(lines).getBytes(StandardCharsets.US_ASCII));
    }

    /** Deletes the temporary files of killed processes, which would add up. */
    private void deleteLeftovers() throws IOException {
        DurableFiles.deleteLeftovers(file);
        DurableFiles.deleteLeftovers(lastAttempt);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static boolean startsWith(List<String> lines, List<String> prefix) {
        return lines.size() >= prefix.size() && lines.subList(0, prefix.size()).equals(prefix);
    }

    /** Compares for equality, because a wrong clock may have written a day in the future. */
    private boolean wasTried(LocalDate today) throws IOException {
        return Files.isRegularFile(lastAttempt)
                && Files.readString(lastAttempt, StandardCharsets.ISO_8859_1).equals(today.toString());
    }
}
