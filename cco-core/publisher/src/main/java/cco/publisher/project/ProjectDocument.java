package cco.publisher.project;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.Suggestion;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import cco.core.toml.TomlException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The TOML text of a {@code release.toml}; each error names file and line.
 *
 * @param file its absolute path
 */
record ProjectDocument(Path file, TomlDocument toml) {

    private static final String CORRECT = "correct the line; see `cco help release.toml`";

    /**
     * Reads the text.
     *
     * @throws UsageException if there is no such file, or it is not TOML
     */
    static ProjectDocument read(Path named) throws UsageException {
        Path file = named.toAbsolutePath().normalize();
        try (InputStream in = Files.newInputStream(file)) {
            return new ProjectDocument(file, TomlDocument.of(in.readNBytes(TomlDocument.MAX_BYTES + 1)));
        } catch (TomlException e) {
            throw new UsageException(file + ":" + e.line() + ": " + e.getMessage(), CORRECT, e);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot read " + file + ": " + IoReason.brief(e),
                    "create " + ReleaseProject.FILE_NAME + " (see `cco help release.toml`), or name it with --project",
                    e);
        }
    }

    /** The text of a key, if it is there. */
    Optional<String> text(String key) throws UsageException {
        return value(key, "a text", Function.identity());
    }

    /** The text of a key, converted by a function that throws IllegalArgumentException for another form. */
    <T> Optional<T> value(String key, String expected, Function<String, T> reader) throws UsageException {
        Optional<Object> value = toml.value(path(key));
        return value.isEmpty() ? Optional.empty() : Optional.of(convert(path(key), value.get(), expected, reader));
    }

    /** The same for a key that must be there. */
    <T> T required(String key, String expected, Function<String, T> reader) throws UsageException {
        Optional<T> value = value(key, expected, reader);
        if (value.isEmpty()) {
            throw new UsageException(file + " lacks the key " + key, "add it: " + expected);
        }
        return value.get();
    }

    /** A text, or each text of a list. */
    <T> List<T> several(String key, String expected, Function<String, T> reader) throws UsageException {
        Object value = toml.value(path(key)).orElse(List.of());
        List<T> several = new ArrayList<>();
        for (Object one : value instanceof List<?> list ? list : List.of(value)) {
            several.add(convert(path(key), one, expected, reader));
        }
        return several;
    }

    private <T> T convert(KeyPath key, Object value, String expected, Function<String, T> reader)
            throws UsageException {
        if (value instanceof String text && !text.isBlank()) {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException invalid) {
                throw refused(key, expected, invalid);
            }
        }
        throw refused(key, expected, null);
    }

    private UsageException refused(KeyPath key, String expected, Throwable cause) {
        return new UsageException(at(key) + key + " must be " + expected, CORRECT, cause);
    }

    /** The keys of a table, in the order of the text. */
    List<KeyPath> keysIn(String table) {
        KeyPath path = path(table);
        return toml.values().keySet().stream()
                .filter(key -> key.startsWith(path) && key.size() > path.size())
                .toList();
    }

    /**
     * Refuses a key that is not known.
     *
     * @param tables tables whose keys are not listed
     */
    void requireKnown(Collection<String> keys, Collection<String> tables) throws UsageException {
        for (KeyPath key : toml.values().keySet()) {
            boolean listed = keys.contains(key.toString());
            if (!listed && tables.stream().noneMatch(table -> keysIn(table).contains(key))) {
                throw new UsageException(
                        at(key) + "unknown key " + key,
                        Suggestion.nearest(key.toString(), keys)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("see `cco help release.toml` for all keys"));
            }
        }
    }

    /** File and line of a key, for the start of a message. */
    String at(KeyPath key) {
        return file + ":" + toml.line(key) + ": ";
    }

    private static KeyPath path(String key) {
        return KeyPath.of(key.split("\\."));
    }
}
