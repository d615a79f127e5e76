package cco.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * The schema of {@code --json} output in the bundle. Implements the keywords of JSON Schema 2020-12 that the schema
 * uses; any other keyword is an error.
 */
final class EventSchema {

    private static final Path FILE = Machine.BUNDLE.resolve("share/doc/cco/events.schema.json");

    private static final Set<String> REMARKS = Set.of("$schema", "$id", "title", "description", "$defs");

    private final JsonObject schema;

    private EventSchema(JsonObject schema) {
        this.schema = schema;
    }

    static EventSchema shipped() {
        try {
            return new EventSchema(
                    JsonParser.parseString(Files.readString(FILE)).getAsJsonObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether a line is valid, even if its event is unknown. */
    boolean admits(JsonElement line) {
        return matches(schema, line);
    }

    /** Returns whether a line is an event that the schema describes, without further properties. */
    boolean describes(JsonObject line) {
        JsonObject definitions = schema.getAsJsonObject("$defs");
        String event = line.get("event").getAsString();
        return definitions.has(event)
                && matches(definitions.getAsJsonObject(event), line)
                && definitions
                        .getAsJsonObject(event)
                        .getAsJsonObject("properties")
                        .keySet()
                        .containsAll(line.keySet());
    }

    private boolean matches(JsonObject rules, JsonElement value) {
        return rules.entrySet().stream().allMatch(rule -> matches(rule, value));
    }

    private boolean matches(Map.Entry<String, JsonElement> rule, JsonElement value) {
        JsonElement wanted = rule.getValue();
        if (REMARKS.contains(rule.getKey())) {
            return true;
        }
        return switch (rule.getKey()) {
            case "$ref" -> matches(definition(wanted.getAsString()), value);
            case "type" -> wanted.getAsString().equals(type(value));
            case "const" -> wanted.equals(value);
            case "enum" -> wanted.getAsJsonArray().contains(value);
            case "not" -> !matches(wanted.getAsJsonObject(), value);
            case "anyOf" ->
                wanted.getAsJsonArray().asList().stream().anyMatch(rules -> matches(rules.getAsJsonObject(), value));
            case "required" ->
                !value.isJsonObject()
                        || wanted.getAsJsonArray().asList().stream()
                                .allMatch(name -> value.getAsJsonObject().has(name.getAsString()));
            case "properties" ->
                !value.isJsonObject()
                        || wanted.getAsJsonObject().entrySet().stream()
                                .allMatch(property -> !value.getAsJsonObject().has(property.getKey())
                                        || matches(
                                                property.getValue().getAsJsonObject(),
                                                value.getAsJsonObject().get(property.getKey())));
            case "items" ->
                !value.isJsonArray()
                        || value.getAsJsonArray().asList().stream()
                                .allMatch(item -> matches(wanted.getAsJsonObject(), item));
            case "pattern" -> !isText(value) || value.getAsString().matches("(?s).*(?:" + wanted.getAsString() + ").*");
            case "minimum" -> !isNumber(value) || value.getAsLong() >= wanted.getAsLong();
            case "maximum" -> !isNumber(value) || value.getAsLong() <= wanted.getAsLong();
            default -> throw new IllegalArgumentException("unknown keyword: " + rule.getKey());
        };
    }

    private JsonObject definition(String reference) {
        return schema.getAsJsonObject("$defs").getAsJsonObject(reference.replace("#/$defs/", ""));
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString();
    }

    private static boolean isNumber(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isNumber();
    }

    private static String type(JsonElement value) {
        return switch (value) {
            case JsonObject _ -> "object";
            case JsonArray _ -> "array";
            case JsonPrimitive primitive when primitive.isString() -> "string";
            case JsonPrimitive primitive when primitive.isBoolean() -> "boolean";
            case JsonPrimitive primitive -> primitive.getAsString().matches("-?[0-9]+") ? "integer" : "number";
            default -> "null";
        };
    }
}
