package cco.core.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) strictly: well-formed UTF-8, one object, no repeated names, no comments, bounded depth, numbers
 * without rounding. Unknown members are kept, so that a newer publisher can speak to an older client.
 */
public final class Json {

    /** Deeper documents are refused; the deepest of our formats has seven levels. */
    static final int MAX_DEPTH = 32;

    private Json() {}

    /**
     * Reads a document whose top is an object.
     *
     * @param utf8 the document; the caller has bounded its size
     * @throws JsonException if it is not strictly JSON
     */
    public static JsonObject parse(byte[] utf8) throws JsonException {
        try (JsonReader reader = new JsonReader(new StringReader(decode(utf8)))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonException("expected an object");
            }
            Map<String, Object> members = object(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("expected nothing after the object");
            }
            return new JsonObject("", members);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new JsonException("not valid JSON: " + reason(e), e);
        }
    }

    /** Gson's own advice is for programmers, and it appends a link to its manual. */
    private static String reason(Exception failure) {
        String line = failure.getMessage().lines().findFirst().orElse("");
        return line.replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON", "malformed");
    }

    private static String decode(byte[] utf8) throws JsonException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new JsonException("not valid UTF-8", e);
        }
    }

    private static Map<String, Object> object(JsonReader reader) throws IOException, JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (members.containsKey(name)) {
                throw new JsonException("repeated name \"" + name + "\" at " + reader.getPath());
            }
            members.put(name, value(reader));
        }
        reader.endObject();
        return Collections.unmodifiableMap(members);
    }

    private static List<Object> array(JsonReader reader) throws IOException, JsonException {
        List<Object> elements = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(reader));
        }
        reader.endArray();
        return Collections.unmodifiableList(elements);
    }

    private static Object value(JsonReader reader) throws IOException, JsonException {
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object(reader);
            case BEGIN_ARRAY -> array(reader);
            case STRING -> reader.nextString();
            case BOOLEAN -> reader.nextBoolean();
            case NUMBER -> number(reader);
            case NULL -> {
                reader.nextNull();
                yield null;
            }
            default -> throw new JsonException("unexpected " + reader.peek() + " at " + reader.getPath());
        };
    }

    /**
     * Read as text first: Gson would round a number that does not fit, and two readers could then differ. What is no
     * whole number of 63 bits can only stand in a member that cco does not know.
     */
    private static Number number(JsonReader reader) throws IOException {
        String digits = reader.nextString();
        try {
            return Long.valueOf(digits);
        } catch (NumberFormatException notWhole) {
            return new BigDecimal(digits);
        }
    }
}
