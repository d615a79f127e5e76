package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** The names in {@code docs/events.schema.json}; the tests of the bundle check the types. */
public final class EventContract {

    private static final Path SCHEMA = Path.of("../../docs/events.schema.json");

    private final JsonObject definitions;

    private EventContract(JsonObject definitions) {
        this.definitions = definitions;
    }

    public static EventContract published() {
        try {
            return new EventContract(Json.parse(Files.readAllBytes(SCHEMA)).object("$defs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }

    /** The described events. */
    public Set<String> events() throws JsonException {
        Set<String> events = new TreeSet<>();
        for (String name : definitions.names()) {
            JsonObject properties =
                    definitions.object(name).optionalObject("properties").orElse(null);
            if (properties != null
                    && properties.object("event").optionalText("const").isPresent()) {
                events.add(name);
            }
        }
        return events;
    }

    /** The members of an event. */
    public Set<String> members(String event) throws JsonException {
        return definitions.object(event).object("properties").names();
    }

    /** Requires a described event with all of its required members and no unknown ones. */
    public JsonObject require(JsonObject event) throws JsonException {
        String name = event.text("event");
        assertTrue(events().contains(name), SCHEMA + " does not describe " + name);
        assertTrue(members(name).containsAll(event.names()), name + " has more members than " + SCHEMA + " describes");
        assertTrue(
                event.names().containsAll(definitions.object(name).texts("required")),
                name + " lacks members that " + SCHEMA + " promises");
        return event;
    }
}
