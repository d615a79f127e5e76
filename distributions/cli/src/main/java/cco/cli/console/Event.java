package cco.cli.console;

import cco.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a machine is told: a JSON object whose member {@code event} names what it is. Names and members are a
 * contract with users' scripts; new ones may be added.
 */
public final class Event {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Event(String name) {
        members.put("event", name);
    }

    /** An event without further members. */
    public static Event named(String name) {
        return new Event(name);
    }

    /** Adds a member: truth values, whole numbers and lists as they are, nothing if it is empty, all else as text. */
    public Event with(String name, Object value) {
        if (!(value instanceof Optional<?> optional)) {
            members.put(name, plain(value));
        } else if (optional.isPresent()) {
            members.put(name, plain(optional.get()));
        }
        return this;
    }

    private static Object plain(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(Event::plain).toList();
        }
        return value instanceof Boolean || value instanceof Integer || value instanceof Long ? value : value.toString();
    }

    /** The event on one line, without the newline. */
    String json() {
        return Sanitizer.json(JsonText.line(members));
    }
}
