package cco.core.toml;

import cco.core.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The full name of a key or table in {@code config.toml}, such as {@code updates.channel}.
 *
 * @param parts from the outermost table to the key; empty for the file itself
 */
public record KeyPath(List<String> parts) {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    public KeyPath {
        parts = List.copyOf(parts);
    }

    /** A path of these parts, which are taken as they stand. */
    public static KeyPath of(String... parts) {
        return new KeyPath(List.of(parts));
    }

    /**
     * Reads a key as a user types it, with TOML's quotes around a part that has dots: {@code apps."my.app".updates}.
     *
     * @throws UsageException if it is not a TOML key
     */
    public static KeyPath parse(String typed) throws UsageException {
        try {
            return TomlScanner.key(typed);
        } catch (TomlException invalid) {
            throw new UsageException(
                    "not a key: " + typed,
                    "write a key such as updates.channel; `cco config show` lists them",
                    invalid);
        }
    }

    /** The table that holds this key. */
    public KeyPath parent() {
        return new KeyPath(parts.subList(0, parts.size() - 1));
    }

    /** The key without its table. */
    public String last() {
        return parts.getLast();
    }

    /** How many parts there are. */
    public int size() {
        return parts.size();
    }

    /** The key of this name inside this table. */
    public KeyPath plus(String name) {
        return plus(of(name));
    }

    /** This table's path with another behind it. */
    public KeyPath plus(KeyPath inner) {
        List<String> joined = new ArrayList<>(parts);
        joined.addAll(inner.parts);
        return new KeyPath(joined);
    }

    /** Whether this is the table's own path, or a path inside it. */
    public boolean startsWith(KeyPath table) {
        return size() >= table.size() && parts.subList(0, table.size()).equals(table.parts);
    }

    /** What is left without the first {@code count} parts. */
    public KeyPath without(int count) {
        return new KeyPath(parts.subList(count, size()));
    }

    // Written out, because a record's own two are spun when they are first called, which every start would wait for.
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath path && parts.equals(path.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** As TOML writes it: dots between the parts, quotes where a part needs them. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> BARE.matcher(part).matches() ? part : TomlWriter.quoted(part))
                .collect(Collectors.joining("."));
    }
}
