package cco.core.toml;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the positions of tables, keys and values, which the parser does not report. It assumes valid TOML, because the
 * parser validates the text, and refuses only nesting that could overflow the parser's stack.
 */
final class TomlScanner {

    /** Far more than any setting needs, and far less than the parser can handle. */
    private static final int MAX_DEPTH = 16;

    private final String text;
    private int at;

    private TomlScanner(String text) {
        this.text = text;
    }

    /**
     * The sections in the order of the text; the first holds the keys above the first header.
     *
     * @throws TomlException if a value or a key is nested too deeply
     */
    static List<TomlSection> sections(String text) throws TomlException {
        return new TomlScanner(text).sections();
    }

    /**
     * Parses a text that consists of one key.
     *
     * @throws TomlException if it is not a key
     */
    static KeyPath key(String text) throws TomlException {
        TomlScanner scanner = new TomlScanner(text);
        KeyPath key = scanner.key();
        if (key.size() == 0 || scanner.at < text.length() || text.indexOf('\n') >= 0) {
            throw new TomlException(1, "not a key");
        }
        return key;
    }

    /** The line at this offset, counted from 1. */
    static int line(String text, int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private List<TomlSection> sections() throws TomlException {
        List<TomlSection> sections = new ArrayList<>();
        sections.add(new TomlSection(KeyPath.of(), 0, 0));
        while (skipBlank()) {
            if (text.charAt(at) == '[') {
                sections.add(header());
            } else {
                TomlSection section = sections.getLast();
                section.entries().add(entry(section.path()));
            }
        }
        return sections;
    }

    private TomlSection header() throws TomlException {
        int start = at;
        at += text.startsWith("[[", at) ? 2 : 1;
        KeyPath path = key();
        skipLine();
        return new TomlSection(path, start, at);
    }

    private TomlSection.Entry entry(KeyPath table) throws TomlException {
        int start = at;
        KeyPath path = table.plus(key());
        if (peek() == '=') {
            at++;
        }
        skipSpaces();
        int valueStart = at;
        skipValue();
        int valueEnd =
                valueStart + text.substring(valueStart, at).stripTrailing().length();
        skipLine();
        return new TomlSection.Entry(path, start, valueStart, valueEnd, at);
    }

    private KeyPath key() throws TomlException {
        List<String> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                at++;
            }
            skipSpaces();
            int start = at;
            String part = keyPart();
            if (at == start) {
                return KeyPath.of();
            }
            parts.add(part);
            limit(parts.size());
            skipSpaces();
        } while (peek() == '.');
        return new KeyPath(parts);
    }

    private String keyPart() {
        int start = at;
        if (peek() == '"' || peek() == '\'') {
            skipString();
            return text.substring(start + 1, Math.max(start + 1, at - 1));
        }
        while (at < text.length() && isBare(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private static boolean isBare(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-';
    }

    private void skipValue() throws TomlException {
        int depth = 0;
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '"', '\'' -> skipString();
                case '[', '{' -> {
                    limit(++depth);
                    at++;
                }
                case ']', '}' -> {
                    depth--;
                    at++;
                }
                case '#', '\n' -> {
                    if (depth <= 0) {
                        return;
                    }
                    skipLine();
                }
                default -> at++;
            }
        }
    }

    private void skipString() {
        String quote = text.substring(at, at + 1);
        String close = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
        at += close.length();
        while (at < text.length() && !text.startsWith(close, at) && (close.length() > 1 || peek() != '\n')) {
            at += quote.equals("\"") && peek() == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + (peek() == '\n' ? 0 : close.length()));
        // A multi-line string may end in up to two more quotes.
        while (close.length() > 1 && text.startsWith(quote, at)) {
            at++;
        }
    }

    private boolean skipBlank() {
        while (at < text.length() && (Character.isWhitespace(peek()) || peek() == '#')) {
            if (peek() == '#') {
                skipLine();
            } else {
                at++;
            }
        }
        return at < text.length();
    }

    private void skipSpaces() {
        while (peek() == ' ' || peek() == '\t') {
            at++;
        }
    }

    private void skipLine() {
        int newline = text.indexOf('\n', at);
        at = newline < 0 ? text.length() : newline + 1;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void limit(int depth) throws TomlException {
        if (depth > MAX_DEPTH) {
            throw new TomlException(line(text, Math.min(at, text.length())), "nested too deeply");
        }
    }
}
