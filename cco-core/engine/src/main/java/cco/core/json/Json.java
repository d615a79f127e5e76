package cco.core.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Reads JSON (RFC 8259) strictly: well-formed UTF-8, one object, no repeated names, no comments, bounded depth, numbers
 * without rounding. Keeps unknown members, so that an older client can read a newer publisher's documents.
 */
public final class Json {

    /** Our own formats have seven levels at most, but metadata of other tools may hold anything in {@code custom}. */
    static final int MAX_DEPTH = 512;

    /** All numbers of so many digits have 63 bits at most. */
    private static final int LONG_DIGITS = 18;

    private static final int MAX_DIGITS = 1000;

    /** Holds the place of a member that is not kept, so that its name is not repeated either. */
    private static final Object SKIPPED = new Object();

    private Json() {}

    /**
     * Reads a document that consists of one object.
     *
     * @param utf8 the document, whose size the caller has bounded
     * @throws JsonException if it is not strict JSON
     */
    public static JsonObject parse(byte[] utf8) throws JsonException {
        return parse(utf8, (_, _) -> true);
    }

    /**
     * Reads a part of a document that consists of one object. Only the syntax of what it skips is checked.
     *
     * @param utf8 the document, whose size the caller has bounded
     * @param wanted whether to read a member of an object of the document, by the names of the object and the member
     * @throws JsonException if it is not strict JSON
     */
    public static JsonObject parse(byte[] utf8, BiPredicate<String, String> wanted) throws JsonException {
        return document(utf8, reader -> parts(reader, wanted));
    }

    /**
     * Reads a document that consists of one object, one of whose arrays is converted instead of kept.
     *
     * @param utf8 the document, whose size the caller has bounded
     * @param elements the array, which is then no member of the result
     * @throws JsonException if it is not strict JSON
     */
    public static JsonObject parse(byte[] utf8, JsonElements<?> elements) throws JsonException {
        return document(
                utf8,
                reader -> object(reader, name -> elements.isNamed(name) ? convert(reader, elements) : value(reader)));
    }

    /** Reads the members of the document. */
    @FunctionalInterface
    private interface TopLevel {
        Map<String, Object> read(JsonReader reader) throws IOException, JsonException;
    }

    private static JsonObject document(byte[] utf8, TopLevel object) throws JsonException {
        try (JsonReader reader = new JsonReader(decoded(utf8))) {
            reader.setStrictness(Strictness.STRICT);
            reader.setNestingLimit(MAX_DEPTH);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new JsonException("expected an object");
            }
            Map<String, Object> members = object.read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonException("expected nothing after the object");
            }
            return new JsonObject("", members);
        } catch (CharacterCodingException e) {
            throw new JsonException("not valid UTF-8", e);
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new JsonException("not valid JSON: " + reason(e), e);
        }
    }

    /** Gson addresses programmers, and appends a link to its manual. */
    private static String reason(Exception failure) {
        String line = failure.getMessage().lines().findFirst().orElse("");
        return line.replace("Use JsonReader.setStrictness(Strictness.LENIENT) to accept malformed JSON", "malformed");
    }

    /** A new decoder of Java reports malformed input instead of replacing it. */
    private static Reader decoded(byte[] utf8) {
        return new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder());
    }

    /** What to do with the value of a member. */
    @FunctionalInterface
    private interface Member {
        Object read(String name) throws IOException, JsonException;
    }

    private static Map<String, Object> parts(JsonReader reader, BiPredicate<String, String> wanted)
            throws IOException, JsonException {
        return object(
                reader,
                object -> reader.peek() == JsonToken.BEGIN_OBJECT
                        ? object(reader, name -> wanted.test(object, name) ? value(reader) : skip(reader))
                        : value(reader));
    }

    private static Object convert(JsonReader reader, JsonElements<?> elements) throws IOException, JsonException {
        if (reader.peek() != JsonToken.BEGIN_ARRAY) {
            elements.set(value(reader));
            return SKIPPED;
        }
        reader.beginArray();
        while (reader.hasNext()) {
            elements.add(value(reader));
        }
        reader.endArray();
        return SKIPPED;
    }

    private static Object skip(JsonReader reader) throws IOException {
        reader.skipValue();
        return SKIPPED;
    }

    private static Map<String, Object> object(JsonReader reader, Member member) throws IOException, JsonException {
        Map<String, Object> members = new LinkedHashMap<>();
        boolean hasSkipped = false;
        reader.beginObject();
        for (int count = 1; reader.hasNext(); count++) {
            String name = reader.nextName();
            Object value = member.read(name);
            hasSkipped |= value == SKIPPED;
            members.put(name, value);
            if (members.size() < count) {
                throw new JsonException("repeated name \"" + name + "\" at " + reader.getPath());
            }
        }
        reader.endObject();
        if (hasSkipped) {
            members.values().removeIf(value -> value == SKIPPED);
        }
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
            case BEGIN_OBJECT -> object(reader, _ -> value(reader));
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
     * Reads a number as text, because Gson would round one that does not fit. No format of cco holds fractions or whole
     * numbers of more than 63 bits, but unknown members may.
     */
    private static Number number(JsonReader reader) throws IOException, JsonException {
        String digits = reader.nextString();
        if (digits.length() > MAX_DIGITS) {
            throw new JsonException("a number of more than " + MAX_DIGITS + " digits at " + reader.getPath());
        }
        if (!isWhole(digits)) {
            return new BigDecimal(digits);
        }
        if (digits.length() <= LONG_DIGITS) {
            return Long.valueOf(digits);
        }
        BigInteger number = new BigInteger(digits);
        return number.bitLength() < Long.SIZE ? number.longValue() : number;
    }

    private static boolean isWhole(String digits) {
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit != '-' && (digit < '0' || digit > '9')) {
                return false;
            }
        }
        return true;
    }
}
