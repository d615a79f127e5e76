package cco.core.metadata;

import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RoleName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The metadata that was accepted in earlier runs, in a folder of its own: {@code <role>.json}, the role's name
 * percent-encoded, and every root since the anchor as {@code root_history/<n>.root.json}. Whoever reads verifies again:
 * a file that is missing, damaged or forged is as if it had never been stored.
 */
public final class MetadataStore {

    private static final String HISTORY = "root_history";

    /** More than any role may have; a larger file was not written here. */
    private static final int LIMIT = 8 * 1024 * 1024;

    private final Path directory;
    private final StateWriter keeper;

    /** Keeps everything. */
    public MetadataStore(Path directory) {
        this(directory, StateWriter.ALWAYS);
    }

    /** Creates nothing until something is kept; what is not kept, the next run fetches and verifies again. */
    public MetadataStore(Path directory, StateWriter keeper) {
        this.directory = directory;
        this.keeper = keeper;
    }

    Optional<UntrustedBytes> role(RoleName role) {
        return read(file(role));
    }

    void keep(RoleName role, byte[] bytes) throws InstallException {
        write(file(role), bytes);
    }

    Optional<UntrustedBytes> root(long version) {
        return read(history(version));
    }

    /** Keeps a root that was accepted, in the history first: it is the one that is replayed. */
    void keepRoot(long version, byte[] bytes) throws InstallException {
        write(history(version), bytes);
        write(file(RoleName.ROOT), bytes);
    }

    /** Until when a role's stored metadata say that they hold, verified by nobody; nothing if there are none. */
    public Optional<Instant> expires(RoleName role) {
        return role(role).flatMap(stored -> {
            try {
                return Json.parse(stored.bytes()).object("signed").optionalInstant("expires");
            } catch (JsonException damaged) {
                return Optional.empty(); // it is fetched again
            }
        });
    }

    private Path file(RoleName role) {
        return directory.resolve(role.quoted() + ".json");
    }

    private Path history(long version) {
        return directory.resolve(HISTORY).resolve(version + ".root.json");
    }

    private static Optional<UntrustedBytes> read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return Optional.of(new UntrustedBytes(file.toString(), stream.readNBytes(LIMIT)));
        } catch (IOException e) {
            return Optional.empty(); // it is fetched again
        }
    }

    private void write(Path file, byte[] bytes) throws InstallException {
        try {
            keeper.keep(file, bytes);
        } catch (IOException e) {
            throw new InstallException(
                    "cannot keep the verified metadata in " + file + ": " + IoReason.of(e),
                    "check the free space and the permissions of its folder",
                    e);
        }
    }
}
