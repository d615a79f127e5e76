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
 * The reports that wait, oldest first, one a line. Whatever a file of this name holds besides reports is as good as not
 * there: it is neither shown nor sent, and gone with the next change. Another process that changes the queue at the
 * same time is not waited for.
 */
public final class EventQueue {

    /** The most reports that are kept; then the oldest are dropped. */
    static final int MOST_REPORTS = 200;

    /** More than the most reports can have, so a larger file is not ours. */
    private static final long MOST_BYTES = 64 * 1024;

    private final Path folder;
    private final Path file;
    private final Path lastTry;
    private final Path lock;

    /**
     * The queue in this folder, which is made when there is something to keep.
     *
     * @param folder where nothing else is kept
     */
    public EventQueue(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("queue.jsonl");
        this.lastTry = folder.resolve("last-try");
        this.lock = folder.resolve("lock");
    }

    /** The reports as they would be sent, to the byte; empty if there are none. */
    public String text() throws IOException {
        return text(lines());
    }

    /** Keeps a report; one that finds the queue in use is lost. */
    public void add(TelemetryEvent report) throws IOException {
        String line = report.line();
        if (!TelemetryEvent.isLine(line)) {
            return;
        }
        FileMutex.ifFree(lock, () -> {
            List<String> lines = new ArrayList<>(lines());
            lines.add(line);
            write(lines.subList(Math.max(0, lines.size() - MOST_REPORTS), lines.size()));
            return line;
        });
    }

    /**
     * What is to be sent today; nothing if nothing waits, or if it was tried today already. Asking counts as a try,
     * whatever comes of it.
     */
    public Optional<String> takeTry(LocalDate today) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return FileMutex.ifFree(lock, () -> {
                    String text = text();
                    if (text.isEmpty() || wasTried(today)) {
                        return "";
                    }
                    DurableFiles.write(lastTry, today.toString().getBytes(StandardCharsets.US_ASCII));
                    return text;
                })
                .filter(text -> !text.isEmpty());
    }

    /** Forgets what was sent, but not what has come in meanwhile. */
    public void sent(String text) throws IOException {
        List<String> sent = text.lines().toList();
        FileMutex.ifFree(lock, () -> {
            List<String> now = lines();
            int first = 0; // The oldest may have been dropped meanwhile.
            while (!startsWith(now, sent.subList(first, sent.size()))) {
                first++;
            }
            write(now.subList(sent.size() - first, now.size()));
            return text;
        });
    }

    /**
     * Deletes everything.
     *
     * @return how many reports there were
     * @throws IOException also if another process changes the queue at this moment
     */
    public int purge() throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        return FileMutex.ifFree(lock, () -> {
                    int reports = lines().size();
                    Files.deleteIfExists(file);
                    Files.deleteIfExists(lastTry);
                    deleteLeftovers();
                    DurableFiles.syncDirectory(folder);
                    return reports;
                })
                .orElseThrow(() -> new IOException("another cco is just using it"));
    }

    private List<String> lines() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            return List.of();
        }
        // Any byte is a character of Latin-1, so a damaged file can be read too.
        return Files.readString(file, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(TelemetryEvent::isLine)
                .toList();
    }

    private void write(List<String> lines) throws IOException {
        deleteLeftovers();
        DurableFiles.write(file, text(lines).getBytes(StandardCharsets.US_ASCII));
    }

    /** What killed processes left would add up. */
    private void deleteLeftovers() throws IOException {
        DurableFiles.deleteLeftovers(file);
        DurableFiles.deleteLeftovers(lastTry);
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static boolean startsWith(List<String> lines, List<String> first) {
        return lines.size() >= first.size() && lines.subList(0, first.size()).equals(first);
    }

    /** A day that lies ahead was written under a clock that was wrong. */
    private boolean wasTried(LocalDate today) throws IOException {
        return Files.isRegularFile(lastTry)
                && Files.readString(lastTry, StandardCharsets.ISO_8859_1).equals(today.toString());
    }
}
