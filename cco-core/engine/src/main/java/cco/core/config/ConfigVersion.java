package cco.core.config;

import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The versions of the configuration format.
 *
 * <p>A file with {@code version = 1} uses the current format. A file without a version may contain keys of earlier
 * formats, which cco ignores with a note and removes with the next change. cco refuses a file of a later version.
 */
final class ConfigVersion {

    /** The key of the version, above the first table. */
    static final KeyPath VERSION = KeyPath.of("version");

    private static final int PRESENT = 1;

    static final ValueType<Integer> VERSION_KIND = ValueType.number(1, PRESENT);

    /** Keys for state that moved to the state folder before the format had versions. */
    private static final Set<KeyPath> RETIRED =
            Set.of(KeyPath.of("updates", "schedule", "last_check"), KeyPath.of("updates", "schedule", "last_update"));

    private ConfigVersion() {}

    /**
     * Checks the version before anything else.
     *
     * @throws UsageException if the version is a later one
     */
    static void check(Layer layer) throws UsageException {
        Optional<Object> version = layer.value(VERSION);
        if (version.isPresent() && version.get() instanceof Integer number && number > PRESENT) {
            throw new UsageException(
                    layer.at(VERSION) + "the file has version " + number + ", and this cco knows none after " + PRESENT,
                    "update cco, or name another file with --config");
        }
    }

    /** Returns whether a key belongs to an earlier format that the file may use. */
    static boolean isRetired(TomlDocument document, KeyPath key) {
        boolean ofApp = key.size() > 2 && key.startsWith(KeyPath.of("apps"));
        return document.value(VERSION).isEmpty() && RETIRED.contains(ofApp ? key.without(2) : key);
    }

    /** Lists the keys of earlier formats in a document, in its order. */
    static List<KeyPath> retired(TomlDocument document) {
        return document.values().keySet().stream()
                .filter(key -> isRetired(document, key))
                .sorted(Comparator.comparingInt(document::line))
                .toList();
    }
}
