package cco.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonObjectTest {

    @Test
    void members_areReadByType() throws JsonException {
        JsonObject json = parse("""
                {"text": "a", "whole": 7, "flag": true, "when": "2026-01-31T10:00:00Z",
                 "object": {"inner": "b"}, "objects": [{"n": 1}, {"n": 2}], "texts": ["x", "y"]}""");
        assertEquals("a", json.text("text"));
        assertEquals(Optional.of("a"), json.optionalText("text"));
        assertEquals(7, json.whole("whole"));
        assertEquals(OptionalLong.of(7), json.optionalWhole("whole"));
        assertTrue(json.flag("flag"));
        assertEquals(Optional.of(Instant.parse("2026-01-31T10:00:00Z")), json.optionalInstant("when"));
        assertEquals("b", json.object("object").text("inner"));
        assertEquals("b", json.optionalObject("object").orElseThrow().text("inner"));
        assertEquals(2, json.objects("objects").get(1).whole("n"));
        assertEquals(List.of("x", "y"), json.texts("texts"));
        assertEquals(Set.of("text", "whole", "flag", "when", "object", "objects", "texts"), json.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\": null}"})
    void nullMember_countsAsAbsent(String text) throws JsonException {
        JsonObject json = parse(text);
        assertEquals(Optional.empty(), json.optionalText("a"));
        assertEquals(OptionalLong.empty(), json.optionalWhole("a"));
        assertFalse(json.flag("a"));
        assertEquals(Optional.empty(), json.optionalInstant("a"));
        assertEquals(Optional.empty(), json.optionalObject("a"));
        assertEquals(List.of(), json.objects("a"));
        assertEquals(List.of(), json.texts("a"));
        assertRefused("a is missing", () -> json.text("a"));
        assertRefused("a is missing", () -> json.whole("a"));
        assertRefused("a is missing", () -> json.object("a"));
    }

    @Test
    void wrongType_isRefusedWithItsPath() throws JsonException {
        JsonObject root = parse("""
                {"o": {"deep": {"t": "1", "n": 1, "half": 0.5, "l": [1, null], "minus": -1, "day": "2026-01-31"}}}""");
        JsonObject json = root.object("o").object("deep");
        assertRefused("o.deep.n: expected a string", () -> json.text("n"));
        assertRefused("o.deep.t: expected a whole number", () -> json.whole("t"));
        assertRefused("o.deep.half: expected a whole number", () -> json.whole("half"));
        assertRefused("o.deep.minus: expected a number that is not negative", () -> json.whole("minus"));
        assertRefused("o.deep.minus: expected a number that is not negative", () -> json.optionalWhole("minus"));
        assertRefused("o.deep.n: expected true or false", () -> json.flag("n"));
        assertRefused("o.deep.t: expected an object", () -> json.object("t"));
        assertRefused("o.deep.l: expected an object", () -> json.optionalObject("l"));
        assertRefused("o.deep.t: expected a list", () -> json.texts("t"));
        assertRefused("o.deep.l: expected a list of strings", () -> json.texts("l"));
        assertRefused("o.deep.l: expected a list of objects", () -> json.objects("l"));
        assertRefused(
                "o.deep.day: expected a date and time such as 2026-01-31T10:00:00Z", () -> json.optionalInstant("day"));
        assertRefused("o.deep.gone is missing", () -> json.text("gone"));
    }

    @Test
    void writtenDocument_readsBackTheSame() throws JsonException {
        String text = """
                {"a": [1, 9223372036854775808, 0.5, 1e400, "\\u0000\\"\\\\<\\u2028\\ud83d\\ude00", null, true, {}, []],
                 "": {"b": {}}}""";
        Map<String, Object> members = parse(text).asMap();
        assertEquals(members, parse(JsonText.pretty(members)).asMap());
        assertEquals(members, parse(JsonText.line(members)).asMap());
        assertFalse(JsonText.line(members).contains("\n"));
        assertTrue(JsonText.pretty(members).endsWith("}\n"));
    }

    @Test
    void longList_isWrittenAsListOfObjects() throws JsonException {
        JsonList<String> list = new JsonList<>(List.of("a", "\"bc"), (text, json) -> {
            json.text("text", text);
            json.whole("length", text.length());
            json.flag("short", text.length() < 2);
        });
        List<Map<String, Object>> same = List.of(
                Map.of("text", "a", "length", 1L, "short", true), Map.of("text", "\"bc", "length", 3L, "short", false));
        assertEquals(
                Map.of("list", same),
                parse(JsonText.pretty(Map.of("list", list))).asMap());
    }

    private static void assertRefused(String message, Executable reading) {
        assertEquals(message, assertThrows(JsonException.class, reading).getMessage());
    }

    private static JsonObject parse(String text) throws JsonException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
