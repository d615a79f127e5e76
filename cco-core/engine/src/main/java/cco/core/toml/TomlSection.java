package cco.core.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * A table header and the keys below it, as they stand in the text.
 *
 * @param path the table; empty for the keys above the first header
 * @param start where the header begins
 * @param end just behind the header's line
 * @param entries in the order of the text
 */
record TomlSection(KeyPath path, int start, int end, List<Entry> entries) {

    TomlSection(KeyPath path, int start, int end) {
        this(path, start, end, new ArrayList<>());
    }

    /**
     * A key with its value. All places are offsets into the text.
     *
     * @param path the full path, the section's included
     * @param start where the key begins
     * @param valueStart where the value begins
     * @param valueEnd just behind the value
     * @param end just behind the line on which the value ends
     */
    record Entry(KeyPath path, int start, int valueStart, int valueEnd, int end) {}
}
