package cco.core.toml;

import java.util.List;
import java.util.stream.Collectors;

/** Writes values as TOML 1.0 on one line. */
public final class TomlWriter {

    private TomlWriter() {}

    /**
     * Writes a string, number, boolean, or list of these.
     *
     * @param value the value
     * @return the value in TOML
     */
    public static String value(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(TomlWriter::value).collect(Collectors.joining(", ", "[", "]"));
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    /**
     * Writes a basic string (TOML 1.0, "String").
     *
     * @param text the text
     * @return the string in TOML, with quotes
     */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (Character.isISOControl(c)) {
                quoted.append(String.format("\\u%04X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
