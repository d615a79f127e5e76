package cco.core.toml;

import cco.core.error.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The full name of a key or table in {@code config.toml}, such as {@code updates.channel}.
 *
 * @param parts the names from the outermost table to the key; empty for the file itself
 */
public record KeyPath(List<String> parts) {

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_-]+");

    public KeyPath {
        parts = List.copyOf(parts);
    }

    /**
     * Creates a path.
     *
     * @param parts the names, without quotes
     * @return the path
     */
    public static KeyPath of(String... parts) {
        return new KeyPath(List.of(parts));
    }

    /**
     * Parses a key as users type it, with TOML's quotes around a part that contains dots.
     *
     * @param typed the key, such as {@code apps."my.app".updates}
     * @return the path
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

    /** {@return the table that contains this key} */
    public KeyPath parent() {
        return new KeyPath(parts.subList(0, parts.size() - 1));
    }

    /** {@return the name of the key without its table} */
    public String last() {
        return parts.getLast();
    }

    /** {@return the number of parts} */
    public int size() {
        return parts.size();
    }

    /**
     * {@return the path of a key in this table}
     *
     * @param name the name of the key
     */
    public KeyPath plus(String name) {
        return plus(of(name));
    }

    /**
     * {@return this path followed by another}
     *
     * @param inner the path to append
     */
    public KeyPath plus(KeyPath inner) {
        List<String> joined = new ArrayList<>(parts);
        joined.addAll(inner.parts);
        return new KeyPath(joined);
    }

    /**
     * {@return whether this is the path of a table, or of something in it}
     *
     * @param table the path of the table
     */
    public boolean startsWith(KeyPath table) {
        return size() >= table.size() && parts.subList(0, table.size()).equals(table.parts);
    }

    /**
     * {@return the path without its first parts}
     *
     * @param count how many parts to remove
     */
    public KeyPath without(int count) {
        return new KeyPath(parts.subList(count, size()));
    }

    // Written out, because linking the generated methods would slow down every start.
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyPath path && parts.equals(path.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /** {@return the key in TOML, with quotes where a part needs them} */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> BARE.matcher(part).matches() ? part : TomlWriter.quoted(part))
                .collect(Collectors.joining("."));
    }
}
