package cco.core.config;

import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The versions of the configuration's format. A file says with {@code version = 1} that it goes by the present one; one
 * that says nothing may still hold what earlier formats had. That is ignored with a note, and taken out when the file
 * is written the next time. A file of a later version is refused, since what it means is not known here.
 */
final class ConfigVersion {

    /** The key that names the version, above the first table. */
    static final KeyPath VERSION = KeyPath.of("version");

    private static final int PRESENT = 1;

    static final ValueType<Integer> VERSION_KIND = ValueType.number(1, PRESENT);

    /** Facts that were kept among the choices before there were versions; they are in the state folder now. */
    private static final Set<KeyPath> RETIRED =
            Set.of(KeyPath.of("updates", "schedule", "last_check"), KeyPath.of("updates", "schedule", "last_update"));

    private ConfigVersion() {}

    /**
     * Looks at the version before anything else.
     *
     * @throws UsageException if it is a later one
     */
    static void check(Layer layer) throws UsageException {
        Optional<Object> version = layer.value(VERSION);
        if (version.isPresent() && version.get() instanceof Integer number && number > PRESENT) {
            throw new UsageException(
                    layer.at(VERSION) + "the file has version " + number + ", and this cco knows none after " + PRESENT,
                    "update cco, or name another file with --config");
        }
    }

    /** Whether a key is one of an earlier format, in a file that may have them. */
    static boolean isRetired(TomlDocument document, KeyPath key) {
        boolean ofApp = key.size() > 2 && key.startsWith(KeyPath.of("apps"));
        return document.value(VERSION).isEmpty() && RETIRED.contains(ofApp ? key.without(2) : key);
    }

    /** The keys of earlier formats that a document has, in its order. */
    static List<KeyPath> retired(TomlDocument document) {
        return document.values().keySet().stream()
                .filter(key -> isRetired(document, key))
                .sorted(Comparator.comparingInt(document::line))
                .toList();
    }
}
