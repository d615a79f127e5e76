package cco.core.config;

import cco.core.disk.IoReason;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file, the user's or the administrator's.
 *
 * @param remedy what the user can do about a mistake in it
 */
record Layer(Path file, TomlDocument document, Remedy remedy) {

    /** What the user can do about a mistake in the file. */
    enum Remedy {
        USER("correct the file with an editor", "make it readable, or use another file with --config"),
        ADMINISTRATOR(
                "ask the administrator of this machine to correct it", "ask the administrator to make it readable");

        private final String correct;
        private final String open;

        Remedy(String correct, String open) {
            this.correct = correct;
            this.open = open;
        }
    }

    /**
     * Reads a file; a missing one is empty.
     *
     * @throws UsageException naming file and line, if it must not be read or is not TOML
     * @throws StorageException if the system cannot read it now; it may be in order
     */
    static Layer read(Path file, Remedy remedy) throws UsageException, StorageException {
        try {
            return new Layer(file, TomlDocument.of(bytes(file)), remedy);
        } catch (TomlException invalid) {
            throw refused(file, invalid, remedy.correct);
        } catch (IOException unreadable) {
            String message = IoReason.explain("cannot read the configuration file " + file, unreadable);
            if (unreadable instanceof AccessDeniedException || !Files.isRegularFile(file)) {
                throw new UsageException(message, remedy.open, unreadable);
            }
            throw new StorageException(message, "try again; if it fails again, check the disk", unreadable);
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(TomlDocument.MAX_BYTES + 1);
        } catch (NoSuchFileException absent) {
            return new byte[0];
        }
    }

    static UsageException refused(Path file, TomlException reason, String hint) {
        return new UsageException(file + ":" + reason.line() + ": " + reason.getMessage(), hint, reason);
    }

    /**
     * Checks every key and value of the file.
     *
     * @throws UsageException naming file and line of the first mistake
     */
    void check(SourceKeys sourceKeys) throws UsageException {
        ConfigVersion.check(value(ConfigVersion.VERSION), at(ConfigVersion.VERSION));
        for (Map.Entry<KeyPath, Object> entry : document.values().entrySet()) {
            if (!ConfigVersion.isRetired(entry.getKey())) {
                check(entry.getKey(), entry.getValue(), sourceKeys);
            }
        }
    }

    private void check(KeyPath path, Object value, SourceKeys sourceKeys) throws UsageException {
        Key key;
        try {
            key = Key.locate(ConfigVersion.present(path), sourceKeys);
        } catch (UsageException unknown) {
            throw new UsageException(at(path) + unknown.getMessage(), unknown.hint(), unknown);
        }
        if (key.kind().read(value).isEmpty()) {
            throw new UsageException(
                    at(path) + path + " must be " + key.kind().expected(),
                    remedy == Remedy.USER
                            ? "correct the line, or run `cco config unset " + path + "` to remove it"
                            : remedy.correct);
        }
    }

    Optional<Object> value(KeyPath key) {
        return document.value(key).or(() -> ConfigVersion.former(key).flatMap(document::value));
    }

    boolean hasTable(KeyPath table) {
        return document.hasTable(table);
    }

    /** The keys directly in a table, in the order of the file. */
    Map<String, Object> table(KeyPath table) {
        Map<String, Object> values = new LinkedHashMap<>();
        document.values().forEach((key, value) -> {
            if (key.startsWith(table)) {
                values.put(key.last(), value);
            }
        });
        return values;
    }

    /** File and line of a key, for the start of a message. */
    String at(KeyPath key) {
        return file + ":" + document.line(key) + ": ";
    }
}
