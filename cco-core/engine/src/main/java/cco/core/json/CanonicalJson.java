package cco.core.json;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * OLPC's canonical JSON, the form in which metadata is signed: no white space, members sorted by code point, whole
 * numbers only, and in strings only the quotation mark and the backslash escaped.
 */
public final class CanonicalJson {

    private final StringBuilder text = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The canonical form, in UTF-8.
     *
     * @throws JsonException if the object has none, because of a number that is not whole or a string that is not
     *     Unicode
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
            case BigInteger number -> text.append(number);
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

    /** Compares in UTF-8, whose order is that of code points; Java's own order of strings is not. */
    private static int compare(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Strict, because an unpaired surrogate would become a question mark, and would be signed as one. */
    private static byte[] utf8(CharSequence text) throws JsonException {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return Arrays.copyOf(bytes.array(), bytes.limit());
        } catch (CharacterCodingException e) {
            throw new JsonException("a string is not Unicode", e);
        }
    }
}
