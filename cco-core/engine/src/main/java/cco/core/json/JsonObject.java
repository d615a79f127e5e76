package cco.core.json;

import cco.core.model.UtcTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * One object of a document, with access to its members by the expected type. Each exception names the member's full
 * path. A member that is {@code null} counts as absent.
 */
public final class JsonObject {

    private final String path;
    private final Map<String, Object> members;

    JsonObject(String path, Map<String, Object> members) {
        this.path = path;
        this.members = members;
    }

    /** An object of plain Java values, as {@link #asMap} returns them. */
    public static JsonObject of(Map<String, Object> members) {
        return new JsonObject("", members);
    }

    /** The names of all members, in the document's order. */
    public Set<String> names() {
        return members.keySet();
    }

    /**
     * All members as plain Java values, unmodifiable: String, Long, BigInteger, BigDecimal, Boolean, List, Map, null.
     */
    public Map<String, Object> asMap() {
        return members;
    }

    /** A required string. */
    public String text(String name) throws JsonException {
        return required(name, String.class, "a string");
    }

    /** An optional string. */
    public Optional<String> optionalText(String name) throws JsonException {
        return optional(name, String.class, "a string");
    }

    /** A required whole number that is not negative. */
    public long whole(String name) throws JsonException {
        return notNegative(name, required(name, Long.class, "a whole number"));
    }

    /** An optional whole number that is not negative. */
    public OptionalLong optionalWhole(String name) throws JsonException {
        Optional<Long> number = optional(name, Long.class, "a whole number");
        return number.isEmpty() ? OptionalLong.empty() : OptionalLong.of(notNegative(name, number.get()));
    }

    /** A boolean, false if absent. */
    public boolean flag(String name) throws JsonException {
        return optional(name, Boolean.class, "true or false").orElse(false);
    }

    /** An optional date and time in UTC (RFC 3339). */
    public Optional<Instant> optionalInstant(String name) throws JsonException {
        Optional<String> text = optionalText(name);
        try {
            return text.map(UtcTime::parse);
        } catch (DateTimeException e) {
            throw new JsonException(place(name) + ": expected a date and time such as 2026-01-31T10:00:00Z", e);
        }
    }

    /** A required object. */
    public JsonObject object(String name) throws JsonException {
        return wrap(name, required(name, Map.class, "an object"));
    }

    /** An optional object. */
    public Optional<JsonObject> optionalObject(String name) throws JsonException {
        Optional<?> object = optional(name, Map.class, "an object");
        return object.map(value -> wrap(name, value));
    }

    /** The objects of an optional list. */
    public List<JsonObject> objects(String name) throws JsonException {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(element(place(name), element));
        }
        return objects;
    }

    /** The strings of an optional list. */
    public List<String> texts(String name) throws JsonException {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            texts.add(cast(name, element, String.class, "a list of strings"));
        }
        return texts;
    }

    /** The members of an optional object of strings, in a new map. */
    public Map<String, String> textMap(String name) throws JsonException {
        Map<String, String> texts = new LinkedHashMap<>();
        Optional<JsonObject> object = optionalObject(name);
        if (object.isPresent()) {
            for (String member : object.get().names()) {
                texts.put(member, object.get().text(member));
            }
        }
        return texts;
    }

    /** The exception for a member that breaks a rule beyond its type. */
    public JsonException refuse(String name, String expectation) {
        return new JsonException(place(name) + ": expected " + expectation);
    }

    private List<?> list(String name) throws JsonException {
        Optional<?> list = optional(name, List.class, "a list");
        return list.isEmpty() ? List.of() : (List<?>) list.get();
    }

    /** An element of the array at a place, which must be an object. */
    @SuppressWarnings("unchecked") // Json builds only such maps
    static JsonObject element(String place, Object value) throws JsonException {
        if (value instanceof Map<?, ?> members) {
            return new JsonObject(place, (Map<String, Object>) members);
        }
        throw new JsonException(place + ": expected a list of objects");
    }

    @SuppressWarnings("unchecked") // Json builds only such maps
    private JsonObject wrap(String name, Object map) {
        return new JsonObject(place(name), (Map<String, Object>) map);
    }

    private long notNegative(String name, long number) throws JsonException {
        if (number < 0) {
            throw refuse(name, "a number that is not negative");
        }
        return number;
    }

    private <T> T required(String name, Class<T> type, String expectation) throws JsonException {
        Object value = members.get(name);
        if (value == null) {
            throw new JsonException(place(name) + " is missing");
        }
        return cast(name, value, type, expectation);
    }

    private <T> Optional<T> optional(String name, Class<T> type, String expectation) throws JsonException {
        Object value = members.get(name);
        return value == null ? Optional.empty() : Optional.of(cast(name, value, type, expectation));
    }

    private <T> T cast(String name, Object value, Class<T> type, String expectation) throws JsonException {
        if (!type.isInstance(value)) {
            throw refuse(name, expectation);
        }
        return type.cast(value);
    }

    private String place(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
