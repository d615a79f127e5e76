package cco.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that two readers could understand differently are refused. */
class JsonTest {

    @Test
    void everyKindOfValue_isRead() throws JsonException {
        Map<String, Object> members = parse("""
                \t\r\n{"text": "\\u00e9\\n\\ud83d\\ude00", "whole": -7, "yes": true, "no": false,
                "list": [1, [], {}, "a"], "object": {"inner": {"deep": 1}}, "": "empty name"}\n""").asMap();
        assertEquals("\u00e9\n\ud83d\ude00", members.get("text"));
        assertEquals(-7L, members.get("whole"));
        assertEquals(List.of(1L, List.of(), Map.of(), "a"), members.get("list"));
        assertEquals(Map.of("inner", Map.of("deep", 1L)), members.get("object"));
        assertEquals("empty name", members.get(""));
        assertEquals(List.of("text", "whole", "yes", "no", "list", "object", ""), List.copyOf(members.keySet()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":[1,]}",
                "{\"a\":[,1]}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1;\"b\":2}",
                "{\"a\"=1}",
                "{\"a\"=>1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":'b'}",
                "{\"a\":b}",
                "{\"a\":True}",
                "{\"a\":NULL}",
                "{\"a\":nul}",
                "{\"a\":undefined}"
            })
    void otherSyntax_isRefused(String text) {
        assertThrows(JsonException.class, () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "1", "\"{}\"", "null", "true"})
    void otherTopThanAnObject_isRefused(String text) {
        assertEquals(
                "expected an object",
                assertThrows(JsonException.class, () -> parse(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}{}", "{} {}", "{}]", "{}x", "{},", "{}//", "{}\u0000", "{}\u00a0"})
    void trailingData_isRefused(String text) {
        assertThrows(JsonException.class, () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{/**/}", "{}/**/", "//\n{}", "#\n{}", "{\"a\":1//\n}", "{\"a\":#\n1}", ")]}'\n{}"})
    void commentsAndPrefixes_areRefused(String text) {
        assertThrows(JsonException.class, () -> parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,"a":1}             | repeated name "a" at $.a
            {"a":1,"\\u0061":2}       | repeated name "a" at $.a
            {"a":null,"a":1}          | repeated name "a" at $.a
            {"x":{"b":[{"a":1,"a":2}]}} | repeated name "a" at $.x.b[0].a
            {"a":1,"b":2,"a":3}       | repeated name "a" at $.a
            """)
    void repeatedName_isRefusedWithItsPath(String text, String message) {
        assertEquals(
                message, assertThrows(JsonException.class, () -> parse(text)).getMessage());
    }

    @Test
    void depth_isBounded() throws JsonException {
        parse(nested(Json.MAX_DEPTH));
        assertThrows(JsonException.class, () -> parse(nested(Json.MAX_DEPTH + 1)));
        assertThrows(JsonException.class, () -> parse(nested(1_000_000)));
        assertThrows(JsonException.class, () -> parse("{\"a\":".repeat(1_000_000)));
    }

    /** A document of this depth, the object included. */
    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "-NaN",
                "Infinity",
                "-Infinity",
                "+1",
                "01",
                "-01",
                ".5",
                "5.",
                "1e",
                "1e+",
                "0x10",
                "1_000",
                "-",
                "- 1",
                "1f",
                "1L"
            })
    void malformedNumber_isRefused(String number) {
        assertThrows(JsonException.class, () -> parse("{\"a\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.30000000000000004441", "1e400", "1.0"})
    void fraction_isNotRounded(String number) throws JsonException {
        assertEquals(
                new BigDecimal(number), parse("{\"a\":" + number + "}").asMap().get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "123456789012345678901234567890"})
    void wholeNumberBeyond63Bits_isNotRounded(String number) throws JsonException {
        assertEquals(
                new BigInteger(number), parse("{\"a\":" + number + "}").asMap().get("a"));
    }

    @Test
    void numberOfTooManyDigits_isRefused() {
        assertThrows(JsonException.class, () -> parse("{\"a\":" + "9".repeat(1001) + "}"));
        assertThrows(JsonException.class, () -> parse("{\"a\":" + "9".repeat(1_000_000) + "}"));
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 9007199254740993L, 0})
    void wholeNumber_isExact(long number) throws JsonException {
        assertEquals(number, parse("{\"a\":" + number + "}").asMap().get("a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483649", "1e-2147483649", "1e99999999999999999999"})
    void hugeExponent_isRefused(String number) {
        assertThrows(JsonException.class, () -> parse("{\"a\":" + number + "}"));
    }

    @ParameterizedTest
    @CsvSource({
        "80, a continuation without a beginning",
        "c0af, an overlong slash",
        "e080af, an overlong slash",
        "eda080, a surrogate",
        "f4908080, beyond Unicode",
        "ff, never a byte of UTF-8",
        "c3, cut off"
    })
    void malformedUtf8_isRefused(String hex, String what) {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        document.writeBytes("{\"a\":\"".getBytes(StandardCharsets.UTF_8));
        document.writeBytes(HexFormat.of().parseHex(hex));
        document.writeBytes("\"}".getBytes(StandardCharsets.UTF_8));
        JsonException e = assertThrows(JsonException.class, () -> Json.parse(document.toByteArray()), what);
        assertEquals("not valid UTF-8", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\\ud800\"}", "{\"\\ud800\":1}"})
    void unpairedSurrogate_isRefused(String text) {
        assertThrows(JsonException.class, () -> parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\t", "\u0000", "\u001f", "\\x41", "\\'", "\\u12", "\\uzzzz", "\\"})
    void badCharacters_areRefused(String character) {
        assertThrows(JsonException.class, () -> parse("{\"a\":\"" + character + "\"}"));
        assertThrows(JsonException.class, () -> parse("{\"" + character + "\":1}"));
    }

    /** RFC 8259, section 8.1, lets a reader ignore it, and editors on Windows write it. */
    @Test
    void oneByteOrderMark_isIgnored() throws JsonException {
        assertEquals(Map.of("a", 1L), parse("\ufeff{\"a\":1}").asMap());
        assertThrows(JsonException.class, () -> parse("\ufeff\ufeff{}"));
        assertThrows(JsonException.class, () -> parse("{\ufeff}"));
    }

    @Test
    void otherEncodings_areRefused() {
        assertThrows(JsonException.class, () -> Json.parse("{\"a\":1}".getBytes(StandardCharsets.UTF_16)));
        assertThrows(JsonException.class, () -> Json.parse("{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void everyTruncation_isRefused() throws JsonException {
        byte[] whole = "{\"a\":[1,{\"b\":\"\u00e9\"},true],\"c\":null}".getBytes(StandardCharsets.UTF_8);
        Json.parse(whole);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThrows(JsonException.class, () -> Json.parse(part), new String(part, StandardCharsets.UTF_8));
        }
    }

    @Test
    void messages_nameThePathOnOneLine() {
        String message =
                assertThrows(JsonException.class, () -> parse("{\"a\":[1,x]}")).getMessage();
        assertTrue(message.startsWith("not valid JSON: "), message);
        assertTrue(message.contains("$.a[1]"), message);
        assertFalse(message.contains("\n"), message);
        assertFalse(message.contains("JsonReader"), message);
    }

    @Test
    void tree_isUnmodifiable() throws JsonException {
        Map<String, Object> members = parse("{\"a\":{},\"b\":[]}").asMap();
        assertThrows(UnsupportedOperationException.class, () -> members.put("c", 1));
        assertThrows(UnsupportedOperationException.class, () -> ((Map<?, ?>) members.get("a")).clear());
        assertThrows(UnsupportedOperationException.class, () -> ((List<?>) members.get("b")).add(null));
    }

    private static JsonObject parse(String text) throws JsonException {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
