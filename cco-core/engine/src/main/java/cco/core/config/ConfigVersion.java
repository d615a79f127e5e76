package cco.core.config;

import cco.core.error.UsageException;
import cco.core.toml.KeyPath;
import cco.core.toml.TomlDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The version of the configuration format.
 *
 * <p>Keys of earlier formats are still accepted: times of the schedule are ignored with a note, and
 * {@code updates.schedule.skip_versions} means {@code updates.skip_versions}. The next change to the file removes or
 * moves them. A file of a later version is refused.
 */
final class ConfigVersion {

    /** The key of the version, above the first table. */
    static final KeyPath VERSION = KeyPath.of("version");

    private static final int PRESENT = 1;

    static final ValueType<Integer> VERSION_KIND = ValueType.number(1, PRESENT);

    /** Times that earlier formats kept here; they are in the state folder now. */
    private static final Set<KeyPath> RETIRED =
            Set.of(KeyPath.of("updates", "schedule", "last_check"), KeyPath.of("updates", "schedule", "last_update"));

    private static final String SKIP = "skip_versions";

    /** Where the first design had it. */
    private static final KeyPath OLD_SKIP = KeyPath.of(Setting.UPDATES, "schedule", SKIP);

    private ConfigVersion() {}

    /**
     * Checks the version.
     *
     * @param place where it is, for the message
     * @throws UsageException if it is later than this one
     */
    static void check(Optional<Object> version, String place) throws UsageException {
        if (version.isPresent() && version.get() instanceof Integer number && number > PRESENT) {
            throw new UsageException(
                    place + "version " + number + " of the format is newer than this cco supports (" + PRESENT + ")",
                    "update cco, or use another file with --config");
        }
    }

    /** Whether a key belongs to an earlier format. */
    static boolean isRetired(KeyPath key) {
        return RETIRED.contains(inner(key));
    }

    /** The present name of a key that has moved; other keys keep their name. */
    static KeyPath present(KeyPath key) {
        KeyPath inner = inner(key);
        return inner.equals(OLD_SKIP) ? key.parent().parent().plus(SKIP) : key;
    }

    /** The name that a key had before, if it has moved. */
    static Optional<KeyPath> former(KeyPath key) {
        boolean moved = inner(key).equals(KeyPath.of(Setting.UPDATES, SKIP));
        return moved ? Optional.of(key.parent().plus("schedule").plus(SKIP)) : Optional.empty();
    }

    private static KeyPath inner(KeyPath key) {
        boolean ofApp = key.size() > 2 && key.startsWith(KeyPath.of("apps"));
        return ofApp ? key.without(2) : key;
    }

    /** The changes that bring a document to the present format: old keys go, moved ones take their new place. */
    static Map<KeyPath, Optional<Object>> migration(TomlDocument document) {
        Map<KeyPath, Optional<Object>> changes = new LinkedHashMap<>();
        retired(document).forEach(old -> changes.put(old, Optional.empty()));
        document.values().forEach((key, value) -> {
            KeyPath present = present(key);
            if (!present.equals(key)) {
                changes.put(key, Optional.empty());
                if (document.value(present).isEmpty()) {
                    changes.put(present, Optional.of(value));
                }
            }
        });
        return changes;
    }

    /** The keys of earlier formats in a document, in its order. */
    static List<KeyPath> retired(TomlDocument document) {
        return document.values().keySet().stream()
                .filter(ConfigVersion::isRetired)
                // The startup archive cannot store the lambda of Comparator.comparingInt.
                .sorted((one, other) -> Integer.compare(document.line(one), document.line(other)))
                .toList();
    }
}
