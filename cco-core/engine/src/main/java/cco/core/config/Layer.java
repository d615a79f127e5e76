package cco.core.config;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file, the user's or the administrator's.
 *
 * @param file the location of the file
 * @param document its content
 * @param remedy the hint for mistakes in it
 */
record Layer(Path file, TomlDocument document, Remedy remedy) {

    /** The hint for mistakes in a file. */
    enum Remedy {
        USER("correct the file with an editor", "make it readable, or name another with --config"),
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
     * Reads a file; a missing file is empty.
     *
     * @throws UsageException if the file cannot be read or is not TOML; the message names file and line
     */
    static Layer read(Path file, Remedy remedy) throws UsageException {
        try {
            return new Layer(file, TomlDocument.of(bytes(file)), remedy);
        } catch (TomlException invalid) {
            throw refused(file, invalid, remedy.correct);
        } catch (IOException unreadable) {
            throw new UsageException(
                    "cannot read the configuration file " + file + ": " + IoReason.of(unreadable),
                    remedy.open,
                    unreadable);
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
     * @throws UsageException if a key or value is invalid; the message names file and line
     */
    void check(SourceKeys sourceKeys) throws UsageException {
        ConfigVersion.check(this);
        for (Map.Entry<KeyPath, Object> entry : document.values().entrySet()) {
            if (!ConfigVersion.isRetired(document, entry.getKey())) {
                check(entry.getKey(), entry.getValue(), sourceKeys);
            }
        }
    }

    private void check(KeyPath path, Object value, SourceKeys sourceKeys) throws UsageException {
        Key key;
        try {
            key = Key.locate(path, sourceKeys);
        } catch (UsageException unknown) {
            throw new UsageException(at(path) + unknown.getMessage(), unknown.hint(), unknown);
        }
        if (key.kind().read(value).isEmpty()) {
            throw new UsageException(
                    at(path) + path + " must be " + key.kind().expected(),
                    remedy == Remedy.USER
                            ? "correct the line, or take it out: `cco config unset " + path + "`"
                            : remedy.correct);
        }
    }

    Optional<Object> value(KeyPath key) {
        return document.value(key);
    }

    boolean hasTable(KeyPath table) {
        return document.hasTable(table);
    }

    /** The keys directly in a table, in the file's order. */
    Map<String, Object> table(KeyPath table) {
        Map<String, Object> values = new LinkedHashMap<>();
        document.values().forEach((key, value) -> {
            if (key.startsWith(table)) {
                values.put(key.last(), value);
            }
        });
        return values;
    }

    /** Returns file and line of a key, for the start of a message. */
    String at(KeyPath key) {
        return file + ":" + document.line(key) + ": ";
    }
}
