package cco.publisher.signing;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileDigest;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The digests of a repository's files, remembered from one command to the next. A file is read again if its size, its
 * time, the time of its last change or its place on the disk is another, and both of its names count as one file.
 *
 * <p>The memory is a file in the cache, which may be deleted at any time. An unreadable one is written again.
 */
public final class RememberedDigests implements FileDigests, AutoCloseable {

    private static final int SCHEMA = 1;

    /** A file that changes twice within this time may look the same afterwards. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private final Path repository;
    private final Path memory;
    private final InstantSource clock;
    private final SortedMap<String, Known> known = new TreeMap<>();

    /** The digests of this run by the state of the file: a link to a file has the same state. */
    private final Map<String, Sha256> fresh = new HashMap<>();

    private boolean changed;

    /** What a file looked like, and the digest that it had. */
    private record Known(String state, Sha256 sha256) {}

    private RememberedDigests(Path cache, Path repository, InstantSource clock) {
        this.repository = repository.toAbsolutePath().normalize();
        this.memory = cache.resolve("digests")
                .resolve(Sha256.of(this.repository.toString().getBytes(StandardCharsets.UTF_8)) + ".json");
        this.clock = clock;
    }

    /** The digests that earlier commands have left in a folder of caches. */
    public static RememberedDigests in(Path cache, Path repository, InstantSource clock) {
        RememberedDigests digests = new RememberedDigests(cache, repository, clock);
        digests.read();
        return digests;
    }

    /** No digests yet: every file is read once, and then remembered. */
    public static RememberedDigests forgetting(Path cache, Path repository, InstantSource clock) {
        RememberedDigests digests = new RememberedDigests(cache, repository, clock);
        digests.changed = true;
        return digests;
    }

    private void read() {
        try {
            JsonObject json = Json.parse(Files.readAllBytes(memory));
            if (json.whole("schema") != SCHEMA) {
                return;
            }
            JsonObject files = json.object("files");
            for (String path : files.names()) {
                JsonObject file = files.object(path);
                known.put(path, new Known(file.text("state"), new Sha256(file.text("sha256"))));
            }
        } catch (IOException | JsonException | IllegalArgumentException unreadable) {
            known.clear();
        }
    }

    @Override
    public Sha256 of(Path file) throws IOException {
        String path = repository.relativize(file.toAbsolutePath().normalize()).toString();
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        FileTime change = change(file, attributes);
        String state = attributes.size() + " " + attributes.lastModifiedTime() + " " + change + " "
                + (attributes.fileKey() == null ? path : attributes.fileKey());
        Known before = known.get(path);
        if (before != null && before.state().equals(state)) {
            return before.sha256();
        }
        Sha256 sha256 = fresh.get(state);
        if (sha256 == null) {
            sha256 = FileDigest.of(file);
            fresh.put(state, sha256);
        }
        if (change.toInstant().plus(TICK).isBefore(clock.instant())) {
            known.put(path, new Known(state, sha256));
            changed = true;
        }
        return sha256;
    }

    /** When the file, its name or its times last changed. A program cannot set this time. Windows has none. */
    private static FileTime change(Path file, BasicFileAttributes attributes) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (FileTime) Files.getAttribute(file, "unix:ctime")
                : attributes.lastModifiedTime();
    }

    /** Writes what was added, without the files that are gone. A cache that cannot be written costs only time. */
    @Override
    public void close() {
        known.keySet().removeIf(path -> !Files.exists(repository.resolve(path)));
        if (changed) {
            try {
                DurableFiles.createDirectories(memory.getParent());
                DurableFiles.writeSoon(memory, text().getBytes(StandardCharsets.UTF_8));
            } catch (IOException _) {
                // The next command reads these files again.
            }
        }
    }

    private String text() {
        Map<String, Object> files = new TreeMap<>();
        known.forEach((path, file) -> files.put(
                path, Map.of("state", file.state(), "sha256", file.sha256().hex())));
        return JsonText.pretty(new TreeMap<>(Map.of("schema", SCHEMA, "files", files)));
    }
}
