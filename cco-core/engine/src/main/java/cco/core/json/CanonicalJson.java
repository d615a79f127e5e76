package cco.core.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * OLPC's canonical JSON, the form over which metadata is signed: no white space, members sorted by code point, whole
 * numbers, and in a text only the quotation mark and the backslash escaped. Two documents of one form say the same.
 */
public final class CanonicalJson {

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical form, in UTF-8.
     *
     * @throws JsonException if the object has none: it holds a number that is not whole or of more than 63 bits, or a
     *     text that is not Unicode
     */
    public static byte[] of(JsonObject object) throws JsonException {
        CanonicalJson canonical = new CanonicalJson();
        canonical.append(object.asMap());
        return utf8(canonical.text);
    }

    private void append(Object value) throws JsonException {
        switch (value) {
            case null -> text.append("null");
            case String string -> string(string);
            case Boolean flag -> text.append(flag.booleanValue());
            case Long number -> text.append(number.longValue());
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> throw new JsonException("no canonical form for the number " + value);
        }
    }

    private void string(String string) {
        text.append('"')
                .append(string.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    private void list(List<?> list) throws JsonException {
        text.append('[');
        for (Iterator<?> elements = list.iterator(); elements.hasNext(); ) {
            append(elements.next());
            text.append(elements.hasNext() ? "," : "");
        }
        text.append(']');
    }

    private void map(Map<?, ?> map) throws JsonException {
        List<String> names = map.keySet().stream()
                .map(String.class::cast)
                .sorted(CanonicalJson::compare)
                .toList();
        text.append('{');
        for (Iterator<String> sorted = names.iterator(); sorted.hasNext(); ) {
            String name = sorted.next();
            string(name);
            text.append(':');
            append(map.get(name));
            text.append(sorted.hasNext() ? "," : "");
        }
        text.append('}');
    }

    /** UTF-8 sorts by code point, which Java's own order of texts does not. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Strict, because half a surrogate pair would otherwise become a question mark, and sign like one. */
    private static byte[] utf8(CharSequence text) throws JsonException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new JsonException("a text is not Unicode", e);
        }
    }
}
