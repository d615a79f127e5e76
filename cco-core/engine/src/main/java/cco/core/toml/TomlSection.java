package cco.core.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * A table header and the keys below it.
 *
 * @param path the table; empty for the keys above the first header
 * @param start the offset of the header
 * @param end the offset after the line of the header
 * @param entries in the order of the text
 */
record TomlSection(KeyPath path, int start, int end, List<Entry> entries) {

    TomlSection(KeyPath path, int start, int end) {
        this(path, start, end, new ArrayList<>());
    }

    /**
     * A key with its value, as offsets into the text.
     *
     * @param path the full path
     * @param start of the key
     * @param valueStart of the value
     * @param valueEnd after the value
     * @param end after the last line of the value
     */
    record Entry(KeyPath path, int start, int valueStart, int valueEnd, int end) {}
}
