package cco.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonElementsTest {

    private final JsonElements<Long> sizes = new JsonElements<>("files", file -> file.whole("size"));

    @Test
    void objects_areConverted_andNoMembers() throws JsonException {
        JsonObject document = parse("{\"a\": 1, \"files\": [{\"size\": 2}, {\"size\": 3, \"newer\": []}], \"b\": 4}");
        assertEquals(List.of(2L, 3L), sizes.list());
        assertEquals(Set.of("a", "b"), document.names());
    }

    @Test
    void arraysOfThatNameElsewhere_stayMembers() throws JsonException {
        JsonObject document = parse("{\"a\": {\"files\": [{\"size\": 2}]}}");
        assertEquals(1, document.object("a").objects("files").size());
        assertEquals(List.of(), sizes.list());
    }

    @Test
    void absentArray_hasNoElements() throws JsonException {
        parse("{}");
        assertEquals(List.of(), sizes.list());
        parse("{\"files\": null}");
        assertEquals(List.of(), sizes.list());
    }

    @Test
    void wrongElement_failsAfterTheDocumentIsRead() throws JsonException {
        JsonObject document = parse("{\"files\": [{\"size\": 1}, {\"size\": -1}, {\"size\": \"x\"}], \"schema\": 2}");
        assertEquals(2, document.whole("schema"));
        assertEquals("files.size: expected a number that is not negative", failure());
    }

    @Test
    void otherValues_areRefused() throws JsonException {
        parse("{\"files\": [1]}");
        assertEquals("files: expected a list of objects", failure());
        JsonElements<Long> other = new JsonElements<>("files", file -> file.whole("size"));
        parse("{\"files\": {}}", other);
        assertEquals(
                "files: expected a list",
                assertThrows(JsonException.class, other::list).getMessage());
    }

    @Test
    void repeatedName_isRefused_alsoOfTheArray() {
        assertThrows(JsonException.class, () -> parse("{\"files\": [], \"files\": []}"));
        assertThrows(JsonException.class, () -> parse("{\"files\": [{\"size\": 1, \"size\": 1}]}"));
    }

    private String failure() {
        return assertThrows(JsonException.class, sizes::list).getMessage();
    }

    private JsonObject parse(String text) throws JsonException {
        return parse(text, sizes);
    }

    private static JsonObject parse(String text, JsonElements<Long> elements) throws JsonException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8), elements);
    }
}
