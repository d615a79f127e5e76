package cco.core.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * A table header and the keys below it, with their positions in the text.
 *
 * @param path the table; empty for the keys above the first header
 * @param start the offset of the header
 * @param end the offset after the header's line
 * @param entries the keys in the order of the text
 */
record TomlSection(KeyPath path, int start, int end, List<Entry> entries) {

    TomlSection(KeyPath path, int start, int end) {
        this(path, start, end, new ArrayList<>());
    }

    /**
     * A key with its value. All positions are offsets in the text.
     *
     * @param path the full path, including that of the section
     * @param start the start of the key
     * @param valueStart the start of the value
     * @param valueEnd the end of the value
     * @param end the end of the line on which the value ends
     */
    record Entry(KeyPath path, int start, int valueStart, int valueEnd, int end) {}
}
