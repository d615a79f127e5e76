package cco.core.tuf;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a role: one of the four top-level roles, or a delegated role, whose name its delegator chooses freely.
 * Use only the {@linkplain #encoded() encoded} name in URLs and file names.
 *
 * @param value the value
 */
public record RoleName(String value) {

    public static final RoleName ROOT = new RoleName("root");
    public static final RoleName TIMESTAMP = new RoleName("timestamp");
    public static final RoleName SNAPSHOT = new RoleName("snapshot");
    public static final RoleName TARGETS = new RoleName("targets");

    private static final Set<String> TOP_LEVEL = Set.of("root", "timestamp", "snapshot", "targets", "mirrors");

    /** Checks the components. */
    public RoleName {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a role without a name");
        }
    }

    /** {@return the percent-encoded name, such as {@code ..%2Frole}} */
    public String encoded() {
        return PercentEncoding.segment(value);
    }

    /**
     * Whether the specification reserves the name. Ignores case: on some file systems a delegated {@code Snapshot}
     * would overwrite the stored snapshot.
     */
    boolean isTopLevel() {
        return TOP_LEVEL.contains(value.toLowerCase(Locale.ROOT));
    }

    /** The name of the role's file in snapshot and timestamp. */
    String file() {
        return value + ".json";
    }

    @Override
    public String toString() {
        return value;
    }
}
