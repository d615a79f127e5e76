package cco.core.metadata;

import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RoleName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The metadata that earlier runs accepted, in a folder of its own: {@code <role>.json} with the percent-encoded name of
 * the role, and every root since the anchor as {@code root_history/<n>.root.json}. Readers check each file again, and
 * treat a missing, damaged or forged file as not stored.
 */
public final class MetadataStore {

    private static final String HISTORY = "root_history";
    private static final String SIGNED = "signed";

    /** Above the limit of every role, so a larger file is damaged. */
    private static final int LIMIT = 8 * 1024 * 1024;

    private final Path directory;
    private final StateWriter writer;

    /** A store that writes everything. */
    public MetadataStore(Path directory) {
        this(directory, StateWriter.ALWAYS);
    }

    /** A store that writes what the writer allows, and creates nothing before. */
    public MetadataStore(Path directory, StateWriter writer) {
        this.directory = directory;
        this.writer = writer;
    }

    Optional<UntrustedBytes> role(RoleName role) {
        return read(file(role));
    }

    void store(RoleName role, byte[] bytes) throws InstallException {
        write(file(role), bytes);
    }

    Optional<UntrustedBytes> root(long version) {
        return read(history(version));
    }

    /** Stores an accepted root, first in the history, because that is what the next run replays. */
    void storeRoot(long version, byte[] bytes) throws InstallException {
        write(history(version), bytes);
        write(file(RoleName.ROOT), bytes);
    }

    /** The expiry date in a role's stored metadata, unverified; nothing if none is stored. */
    public Optional<Instant> expires(RoleName role) {
        return role(role).flatMap(stored -> {
            try {
                return Json.parse(stored.bytes()).object(SIGNED).optionalInstant("expires");
            } catch (JsonException damaged) {
                return Optional.empty(); // the next run fetches it again
            }
        });
    }

    /**
     * The stored files by the names under which a repository serves them, in the order in which to publish them: the
     * timestamp, which makes the rest visible, is last (TUF 6.2).
     *
     * @throws JsonException if a stored file is damaged
     */
    public SequencedMap<String, byte[]> published() throws JsonException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        boolean consistent = false;
        for (UntrustedBytes root : roots()) {
            JsonObject signed = Json.parse(root.bytes()).object(SIGNED);
            consistent = signed.flag("consistent_snapshot");
            files.put(signed.whole("version") + ".root.json", root.bytes());
        }
        for (RoleName role : List.of(RoleName.TARGETS, RoleName.SNAPSHOT)) {
            byte[] stored = required(role);
            String prefix = consistent ? Json.parse(stored).object(SIGNED).whole("version") + "." : "";
            files.put(prefix + role.encoded() + ".json", stored);
        }
        files.put("timestamp.json", required(RoleName.TIMESTAMP));
        return files;
    }

    private byte[] required(RoleName role) throws JsonException {
        return role(role)
                .orElseThrow(() -> new JsonException("there is no " + file(role)))
                .bytes();
    }

    /** All stored roots, the oldest first. */
    private List<UntrustedBytes> roots() throws JsonException {
        UntrustedBytes newest = role(RoleName.ROOT).orElseThrow(() -> new JsonException("there is no stored root"));
        List<UntrustedBytes> roots = new ArrayList<>();
        long version = Json.parse(newest.bytes()).object(SIGNED).whole("version");
        for (Optional<UntrustedBytes> root = root(version); root.isPresent(); root = root(--version)) {
            roots.addFirst(root.get());
        }
        return roots;
    }

    private Path file(RoleName role) {
        return directory.resolve(role.encoded() + ".json");
    }

    private Path history(long version) {
        return directory.resolve(HISTORY).resolve(version + ".root.json");
    }

    private static Optional<UntrustedBytes> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(new UntrustedBytes(file.toString(), stream.readNBytes(LIMIT)));
        } catch (IOException e) {
            return Optional.empty(); // the next run fetches it again
        }
    }

    private void write(Path file, byte[] bytes) throws InstallException {
        try {
            writer.write(file, bytes);
        } catch (IOException e) {
            throw new InstallException(
                    "cannot write the verified metadata to " + file + ": " + IoReason.brief(e),
                    "check the free space and the permissions of its folder",
                    e);
        }
    }
}
