package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.json.Json;
import cco.core.json.JsonElements;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The common form of the JSON files in this package: an object with a schema number, replaced as a whole. */
final class StateFile {

    static final String SCHEMA = "schema";

    private static final long VERSION = 1;

    private StateFile() {}

    /** Reads a file; empty if it does not exist. */
    static Optional<JsonObject> read(Path file) throws IOException, JsonException {
        return read(file, Json::parse);
    }

    /** Reads a file that has a long array; empty if it does not exist. */
    static Optional<JsonObject> read(Path file, JsonElements<?> elements) throws IOException, JsonException {
        return read(file, bytes -> Json.parse(bytes, elements));
    }

    /** Parses a document. */
    @FunctionalInterface
    private interface Parser {
        JsonObject parse(byte[] bytes) throws JsonException;
    }

    private static Optional<JsonObject> read(Path file, Parser parser) throws IOException, JsonException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        JsonObject document = parser.parse(bytes);
        if (document.whole(SCHEMA) != VERSION) {
            throw document.refuse(SCHEMA, VERSION + ", but a newer cco has written " + document.whole(SCHEMA));
        }
        return Optional.of(document);
    }

    /** Writes the schema number and the members. */
    static void write(Path file, Map<String, ?> members) throws IOException {
        DurableFiles.write(file, bytes(members));
    }

    /** Writes the same on one line: a quarter of a long list would be blanks. */
    static void writeLine(Path file, Map<String, ?> members) throws IOException {
        DurableFiles.write(file, (JsonText.line(document(members)) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The content of a file with these members. */
    static byte[] bytes(Map<String, ?> members) {
        return JsonText.pretty(document(members)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> document(Map<String, ?> members) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(SCHEMA, VERSION);
        document.putAll(members);
        return document;
    }

    /** Parses a required text member. */
    static <T> T parsed(JsonObject object, String name, Function<String, T> parser, String expectation)
            throws JsonException {
        try {
            return parser.apply(object.text(name));
        } catch (IllegalArgumentException e) {
            throw object.refuse(name, expectation);
        }
    }
}
