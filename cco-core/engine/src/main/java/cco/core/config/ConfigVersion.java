package cco.core.config;

import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The version of the configuration format.
 *
 * <p>A file without {@code version} may contain keys of earlier formats, which are ignored with a note and removed when
 * the file is next written. A file of a later version is refused.
 */
final class ConfigVersion {

    /** The key of the version, above the first table. */
    static final KeyPath VERSION = KeyPath.of("version");

    private static final int PRESENT = 1;

    static final ValueType<Integer> VERSION_KIND = ValueType.number(1, PRESENT);

    /** Times that earlier formats kept here; they are in the state folder now. */
    private static final Set<KeyPath> RETIRED =
            Set.of(KeyPath.of("updates", "schedule", "last_check"), KeyPath.of("updates", "schedule", "last_update"));

    private ConfigVersion() {}

    /**
     * Checks the version.
     *
     * @throws UsageException if it is later than this one
     */
    static void check(Layer layer) throws UsageException {
        Optional<Object> version = layer.value(VERSION);
        if (version.isPresent() && version.get() instanceof Integer number && number > PRESENT) {
            throw new UsageException(
                    layer.at(VERSION) + "version " + number + " of the format is newer than this cco supports ("
                            + PRESENT + ")",
                    "update cco, or use another file with --config");
        }
    }

    /** Whether a key belongs to an earlier format. */
    static boolean isRetired(TomlDocument document, KeyPath key) {
        boolean ofApp = key.size() > 2 && key.startsWith(KeyPath.of("apps"));
        return document.value(VERSION).isEmpty() && RETIRED.contains(ofApp ? key.without(2) : key);
    }

    /** The keys of earlier formats in a document, in its order. */
    static List<KeyPath> retired(TomlDocument document) {
        return document.values().keySet().stream()
                .filter(key -> isRetired(document, key))
                .sorted(Comparator.comparingInt(document::line))
                .toList();
    }
}
