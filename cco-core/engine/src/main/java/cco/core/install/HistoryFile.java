package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.error.InstallException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.model.HistoryEntry;
import cco.core.model.HistoryEntry.Kind;
import cco.core.model.Printable;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An app's {@code history.jsonl} in its state folder: the latest changes of its version, oldest first, one per line.
 */
public final class HistoryFile {

    /** Beyond this number, the oldest entries are dropped. */
    static final int MAX_ENTRIES = 500;

    private final AppHome home;
    private final Path file;

    /** The history of an app. */
    public HistoryFile(AppHome home) {
        this.home = home;
        this.file = home.history();
    }

    /**
     * Reads the history, oldest first. Damaged lines are left out.
     *
     * @throws InstallException if the file cannot be read
     */
    public List<HistoryEntry> read() throws InstallException {
        try {
            List<HistoryEntry> entries = new ArrayList<>();
            for (String line : lines()) {
                entry(line).ifPresent(entries::add);
            }
            return entries;
        } catch (IOException e) {
            throw InstallErrors.of("cannot read the history " + file, e, "check the permissions there");
        }
    }

    /** Adds an entry, durably. The caller has locked the app. */
    public void add(HistoryEntry entry) throws InstallException {
        try {
            List<String> lines = new ArrayList<>(lines());
            lines.add(line(entry));
            List<String> latest = lines.subList(Math.max(0, lines.size() - MAX_ENTRIES), lines.size());
            DurableFiles.write(file, (String.join("\n", latest) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot write the history of " + home.app(), e, "check the free space and the permissions there");
        }
    }

    private List<String> lines() throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    private static String line(HistoryEntry entry) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", entry.time().toString());
        members.put("event", entry.kind().toString());
        entry.from().ifPresent(from -> members.put("from", from.toString()));
        members.put("to", entry.to().toString());
        members.put("source", entry.source());
        members.put("by", entry.by());
        return JsonText.line(members);
    }

    private static Optional<HistoryEntry> entry(String line) {
        try {
            JsonObject members = Json.parse(line.getBytes(StandardCharsets.UTF_8));
            return Optional.of(new HistoryEntry(
                    members.optionalInstant("time").orElseThrow(() -> members.refuse("time", "a date and time")),
                    Kind.valueOf(members.text("event").toUpperCase(Locale.ROOT)),
                    members.optionalText("from").map(Version::of),
                    Version.of(members.text("to")),
                    Printable.of(members.text("source")),
                    Printable.of(members.text("by"))));
        } catch (JsonException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
