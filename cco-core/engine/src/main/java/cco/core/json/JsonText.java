package cco.core.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * Writes plain Java values (String, Long, Integer, BigInteger, BigDecimal, Boolean, List, Map, null) and
 * {@link JsonList} as JSON, in the order of the maps.
 */
public final class JsonText {

    private JsonText() {}

    /** For files that people read: indented by two spaces, with a final newline. */
    public static String pretty(Map<String, ?> object) {
        return write(object, FormattingStyle.PRETTY) + "\n";
    }

    /** For streams of events: one line, without a newline. */
    public static String line(Map<String, ?> object) {
        return write(object, FormattingStyle.COMPACT);
    }

    private static String write(Map<String, ?> object, FormattingStyle style) {
        Text text = new Text();
        try (JsonWriter writer = new JsonWriter(text)) {
            writer.setFormattingStyle(style);
            writer.setHtmlSafe(false);
            value(writer, object);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static void value(JsonWriter writer, Object value) throws IOException {
        switch (value) {
            case null -> writer.nullValue();
            case String text -> writer.value(text);
            case Boolean flag -> writer.value(flag);
            case Long number -> writer.value(number.longValue());
            case BigInteger number -> writer.value(number);
            case BigDecimal number -> writer.value(number);
            case Integer number -> writer.value(number.longValue());
            case JsonList<?> list -> list.write(writer);
            case List<?> list -> {
                writer.beginArray();
                for (Object element : list) {
                    value(writer, element);
                }
                writer.endArray();
            }
            case Map<?, ?> map -> {
                writer.beginObject();
                for (Map.Entry<?, ?> member : map.entrySet()) {
                    writer.name((String) member.getKey());
                    value(writer, member.getValue());
                }
                writer.endObject();
            }
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    /** A {@link java.io.StringWriter} without its locks, which take longer than the rest of writing a long list. */
    private static final class Text extends Writer {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void write(int character) {
            text.append((char) character);
        }

        @Override
        public void write(String characters) {
            text.append(characters);
        }

        @Override
        public void write(String characters, int offset, int length) {
            text.append(characters, offset, offset + length);
        }

        @Override
        public void write(char[] characters, int offset, int length) {
            text.append(characters, offset, length);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
