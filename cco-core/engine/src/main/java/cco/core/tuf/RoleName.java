package cco.core.tuf;

import java.util.Locale;
import java.util.Set;

/**
 * The name of a role: one of the four that every repository has, or one that a delegation chose freely. So it is data,
 * and becomes part of an address or of a file's name only {@linkplain #quoted() quoted}.
 */
public record RoleName(String value) {

    public static final RoleName ROOT = new RoleName("root");
    public static final RoleName TIMESTAMP = new RoleName("timestamp");
    public static final RoleName SNAPSHOT = new RoleName("snapshot");
    public static final RoleName TARGETS = new RoleName("targets");

    private static final Set<String> TOP_LEVEL = Set.of("root", "timestamp", "snapshot", "targets", "mirrors");

    public RoleName {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a role without a name");
        }
    }

    /** Percent-encoded, no character safe but the unreserved ones: {@code ..%2Frole}. */
    public String quoted() {
        return Percent.segment(value);
    }

    /**
     * Whether the specification gives the name a meaning of its own, so that no delegation may; in any case, because on
     * some disks a delegated {@code Snapshot} would overwrite the stored snapshot.
     */
    boolean isTopLevel() {
        return TOP_LEVEL.contains(value.toLowerCase(Locale.ROOT));
    }

    /** What snapshot and timestamp call the role's file. */
    String file() {
        return value + ".json";
    }

    @Override
    public String toString() {
        return value;
    }
}
