package cco.core.toml;

import java.util.List;
import java.util.Optional;

/**
 * Edits one key of a TOML text and keeps every other byte. The writer of the parser would reformat the whole file.
 */
final class TomlEditor {

    private final String text;
    private final List<TomlSection> sections;
    private final String newline;

    TomlEditor(String text, List<TomlSection> sections) {
        this.text = text;
        this.sections = sections;
        this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** Replaces the value of the key, adds the key after its siblings, or adds a table for it at the end. */
    String set(KeyPath key, String value) {
        Optional<TomlSection.Entry> entry = find(key);
        if (entry.isPresent()) {
            return text.substring(0, entry.get().valueStart())
                    + value
                    + text.substring(entry.get().valueEnd());
        }
        for (TomlSection section :
                sections.stream().filter(table -> key.startsWith(table.path())).toList()) {
            String line = key.without(section.path().size()) + " = " + value;
            for (TomlSection.Entry sibling : section.entries().reversed()) {
                if (sibling.path().parent().equals(key.parent())) {
                    return insert(sibling.end(), indent(sibling.start()) + line);
                }
            }
            if (section.path().equals(key.parent())) {
                return insert(section.end(), indent(section.start()) + line);
            }
        }
        String table = "[" + key.parent() + "]" + newline + key.without(key.size() - 1) + " = " + value;
        return insert(text.length(), text.isBlank() ? table : newline + table);
    }

    /** Removes the lines of the key, if it has lines of its own. */
    String remove(KeyPath key) {
        return find(key)
                .map(entry -> text.substring(0, lineStart(entry.start())) + text.substring(entry.end()))
                .orElse(text);
    }

    /** Removes the headers of a table and the lines of its keys. */
    String removeTable(KeyPath table) {
        StringBuilder edited = new StringBuilder(text);
        for (TomlSection section : sections.reversed()) {
            if (section.path().startsWith(table)) {
                int end = section.entries().isEmpty()
                        ? section.end()
                        : section.entries().getLast().end();
                cut(edited, lineStart(section.start()), end);
                continue;
            }
            for (TomlSection.Entry entry : section.entries().reversed()) {
                if (entry.path().startsWith(table)) {
                    edited.delete(lineStart(entry.start()), entry.end());
                }
            }
        }
        return edited.toString();
    }

    /** Removes lines and the blank lines above them. */
    private void cut(StringBuilder edited, int start, int end) {
        int from = start;
        while (from > 0 && text.substring(lineStart(from - 1), from).isBlank()) {
            from = lineStart(from - 1);
        }
        edited.delete(from, end);
    }

    private Optional<TomlSection.Entry> find(KeyPath key) {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.path().equals(key))
                .findFirst();
    }

    private String insert(int offset, String line) {
        String before = text.substring(0, offset);
        String separator = before.isEmpty() || before.endsWith("\n") ? "" : newline;
        return before + separator + line + newline + text.substring(offset);
    }

    private String indent(int offset) {
        return text.substring(lineStart(offset), offset);
    }

    private int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }
}
