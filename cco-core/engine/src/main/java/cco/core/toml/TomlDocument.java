package cco.core.toml;

import com.electronwill.nightconfig.core.Config;
import com.electronwill.nightconfig.core.UnmodifiableConfig;
import com.electronwill.nightconfig.core.io.ParsingException;
import com.electronwill.nightconfig.toml.TomlParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A TOML document with its values and their positions. Immutable: an edit returns a new document. */
public final class TomlDocument {

    /** The largest accepted document. */
    public static final int MAX_BYTES = 1 << 20;

    private final String text;
    private final List<TomlSection> sections;
    private final Config tree;
    private final Map<KeyPath, Object> values = new LinkedHashMap<>();

    private TomlDocument(String text) throws TomlException {
        this.text = text;
        checkCharacters(text);
        this.sections = TomlScanner.sections(text);
        this.tree = parse(text, sections);
        collect(KeyPath.of(), tree);
    }

    /**
     * Parses a document.
     *
     * @param bytes the bytes
     * @return the document
     * @throws TomlException if the bytes are not UTF-8, not TOML, or too large
     */
    public static TomlDocument of(byte[] bytes) throws TomlException {
        if (bytes.length > MAX_BYTES) {
            throw new TomlException(1, "larger than " + MAX_BYTES + " bytes");
        }
        try {
            return new TomlDocument(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new TomlException(1, "not UTF-8 text", notUtf8);
        }
    }

    /**
     * Parses this text.
     *
     * @param text the text
     * @return the document
     * @throws TomlException if the text is not valid TOML
     */
    public static TomlDocument of(String text) throws TomlException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the document as UTF-8} */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** {@return all keys and values, except tables} */
    public Map<KeyPath, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /**
     * {@return the value of a key}
     *
     * @param key the key
     */
    public Optional<Object> value(KeyPath key) {
        return Optional.ofNullable(values.get(key));
    }

    /**
     * {@return whether there is such a table, empty or not}
     *
     * @param table the table
     */
    public boolean hasTable(KeyPath table) {
        return tree.getRaw(table.parts()) instanceof UnmodifiableConfig;
    }

    /**
     * {@return the line of a key, or of the nearest table around it; counted from 1}
     *
     * @param key the key
     */
    public int line(KeyPath key) {
        int best = 0;
        int depth = -1;
        for (TomlSection section : sections) {
            if (key.startsWith(section.path()) && section.path().size() > depth) {
                best = section.start();
                depth = section.path().size();
            }
            for (TomlSection.Entry entry : section.entries()) {
                if (key.startsWith(entry.path()) && entry.path().size() > depth) {
                    best = entry.start();
                    depth = entry.path().size();
                }
            }
        }
        return TomlScanner.line(text, best);
    }

    /**
     * This document with a key set to a value; every other byte stays the same.
     *
     * @param key the key
     * @param value the value
     * @return the changed document
     * @throws TomlException if the key cannot be set without changing its surroundings
     */
    public TomlDocument with(KeyPath key, Object value) throws TomlException {
        return checked(editor().set(key, TomlWriter.value(value)), key, value);
    }

    /**
     * This document without a key; every other byte stays the same.
     *
     * @param key the key
     * @return the changed document
     * @throws TomlException if the key cannot be removed without changing its surroundings
     */
    public TomlDocument without(KeyPath key) throws TomlException {
        return checked(editor().remove(key), key, null);
    }

    /**
     * This document without a table; every other byte stays the same.
     *
     * @param table the table
     * @return the changed document
     * @throws TomlException if it cannot be removed without changing its surroundings
     */
    public TomlDocument withoutTable(KeyPath table) throws TomlException {
        Map<KeyPath, Object> meant = new LinkedHashMap<>(values);
        meant.keySet().removeIf(key -> key.startsWith(table));
        TomlDocument edited = of(editor().removeTable(table));
        if (!edited.values.equals(meant)) {
            throw new TomlException(line(table), table + " cannot be removed in place");
        }
        return edited;
    }

    private TomlEditor editor() {
        return new TomlEditor(text, sections);
    }

    /** The editor relies on the scanner; this makes sure that the parser sees exactly the intended change. */
    private TomlDocument checked(String edited, KeyPath key, Object value) throws TomlException {
        Map<KeyPath, Object> meant = new LinkedHashMap<>(values);
        meant.remove(key);
        if (value != null) {
            meant.put(key, value);
        }
        TomlDocument document;
        try {
            document = of(edited);
        } catch (TomlException broken) {
            throw new TomlException(line(key), key + " cannot be changed in place", broken);
        }
        if (!document.values.equals(meant)) {
            throw new TomlException(line(key), key + " cannot be changed in place");
        }
        return document;
    }

    private void collect(KeyPath table, UnmodifiableConfig config) {
        for (UnmodifiableConfig.Entry entry : config.entrySet()) {
            KeyPath key = table.plus(entry.getKey());
            Object value = entry.getRawValue();
            if (value instanceof UnmodifiableConfig inner) {
                collect(key, inner);
            } else {
                values.put(key, value);
            }
        }
    }

    private static void checkCharacters(String text) throws TomlException {
        if (text.startsWith("\uFEFF")) {
            throw new TomlException(1, "starts with a byte order mark");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnd = c == '\n' || c == '\r' && text.startsWith("\n", i + 1);
            if (!lineEnd && c != '\t' && (c < ' ' || c == 0x7f)) {
                throw new TomlException(TomlScanner.line(text, i), String.format("control character U+%04X", (int) c));
            }
        }
    }

    private static Config parse(String text, List<TomlSection> sections) throws TomlException {
        CountingReader reader = new CountingReader(text);
        try {
            return new TomlParser().parse(reader);
        } catch (ParsingException invalid) {
            int line = reader.isAtEnd() ? lastLine(text, sections) : reader.line();
            throw new TomlException(line, "not TOML: " + oneLine(invalid.getMessage()), invalid);
        }
    }

    /** A value that is never closed starts at the last entry. */
    private static int lastLine(String text, List<TomlSection> sections) {
        TomlSection last = sections.getLast();
        return TomlScanner.line(
                text,
                last.entries().isEmpty()
                        ? last.start()
                        : last.entries().getLast().start());
    }

    private static String oneLine(String message) {
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("\\.$", "");
        return line.isEmpty() ? line : Character.toLowerCase(line.charAt(0)) + line.substring(1);
    }
}
