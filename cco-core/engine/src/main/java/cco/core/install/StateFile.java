package cco.core.install;

import cco.core.disk.DurableFiles;
import cco.core.json.Json;
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

/** The form that all JSON files of this package share: an object with a schema number, replaced as a whole. */
final class StateFile {

    static final String SCHEMA = "schema";

    private static final long VERSION = 1;

    private StateFile() {}

    /** Nothing if there is no such file. */
    static Optional<JsonObject> read(Path file) throws IOException, JsonException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        JsonObject document = Json.parse(bytes);
        if (document.whole(SCHEMA) != VERSION) {
            throw document.refuse(SCHEMA, VERSION + ", but a newer cco has written " + document.whole(SCHEMA));
        }
        return Optional.of(document);
    }

    /** Writes the members behind the schema number. */
    static void write(Path file, Map<String, ?> members) throws IOException {
        DurableFiles.write(file, bytes(members));
    }

    /** What a file with these members holds. */
    static byte[] bytes(Map<String, ?> members) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(SCHEMA, VERSION);
        document.putAll(members);
        return JsonText.pretty(document).getBytes(StandardCharsets.UTF_8);
    }

    /** A required text that stands for something else. */
    static <T> T parsed(JsonObject object, String name, Function<String, T> parser, String expectation)
            throws JsonException {
        try {
            return parser.apply(object.text(name));
        } catch (IllegalArgumentException e) {
            throw object.refuse(name, expectation);
        }
    }
}
