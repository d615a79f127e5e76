package cco.cli.console;

import cco.core.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object for scripts, whose member {@code event} names its kind.
 *
 * <p>Names and members are a contract: new ones may be added, none may change.
 */
public final class Event {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Event(String name) {
        members.put("event", name);
    }

    /** An event without other members. */
    public static Event named(String name) {
        return new Event(name);
    }

    /** Adds a member: booleans, integers and lists as such, everything else as text, an empty Optional not at all. */
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

    /** The event on one line, without a line break. */
    String json() {
        return Sanitizer.json(JsonText.line(members));
    }
}
