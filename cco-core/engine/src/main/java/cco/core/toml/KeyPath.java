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

    /** Copies the collections. */
    public KeyPath {
        parts = List.copyOf(parts);
    }

    /**
     * {@return a path of these parts}
     *
     * @param parts the parts of the path
     */
    public static KeyPath of(String... parts) {
        return new KeyPath(List.of(parts));
    }

    /**
     * Parses a key; a part that contains dots is quoted, as in TOML: {@code apps."my.app".updates}.
     *
     * @param typed the text as typed
     * @return the path
     * @throws UsageException if it is not a TOML key
     */
    public static KeyPath parse(String typed) throws UsageException {
        try {
            return TomlScanner.key(typed);
        } catch (TomlException invalid) {
            throw new UsageException(
                    "not a key: " + typed,
                    "use a key such as updates.channel; run `cco config show` for a list",
                    invalid);
        }
    }

    /** {@return the table that holds this key} */
    public KeyPath parent() {
        return new KeyPath(parts.subList(0, parts.size() - 1));
    }

    /** {@return the key without its table} */
    public String last() {
        return parts.getLast();
    }

    /** {@return the number of parts} */
    public int size() {
        return parts.size();
    }

    /**
     * The key with this name in this table.
     *
     * @param name the name
     * @return the longer path
     */
    public KeyPath plus(String name) {
        return plus(of(name));
    }

    /**
     * This path followed by another.
     *
     * @param inner the path to append
     * @return the longer path
     */
    public KeyPath plus(KeyPath inner) {
        List<String> joined = new ArrayList<>(parts);
        joined.addAll(inner.parts);
        return new KeyPath(joined);
    }

    /**
     * {@return whether this is the path of the table or of something in it}
     *
     * @param table the table
     */
    public boolean startsWith(KeyPath table) {
        return size() >= table.size() && parts.subList(0, table.size()).equals(table.parts);
    }

    /**
     * {@return the path without its first {@code count} parts}
     *
     * @param count how many parts to remove
     */
    public KeyPath without(int count) {
        return new KeyPath(parts.subList(count, size()));
    }

    // Written out: a record's own equals and hashCode are generated at first use, which would slow every start.
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath path && parts.equals(path.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** The path as TOML, with quotes where needed. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> BARE.matcher(part).matches() ? part : TomlWriter.quoted(part))
                .collect(Collectors.joining("."));
    }
}
