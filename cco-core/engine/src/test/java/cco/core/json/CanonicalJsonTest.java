package cco.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ } | {}",
                "{ \"b\" : 1 , \"a\" : [ true , false , null , -7 ] } | {\"a\":[true,false,null,-7],\"b\":1}",
                "{\"a\":{\"c\":{},\"b\":[]}} | {\"a\":{\"b\":[],\"c\":{}}}",
                "{\"a\":\"q\\\"b\\\\s\\/\\u00fc\"} | {\"a\":\"q\\\"b\\\\s/ü\"}",
                "{\"B\":0,\"a\":0,\"_\":0} | {\"B\":0,\"_\":0,\"a\":0}"
            })
    void form_isFixed(String document, String canonical) throws JsonException {
        assertEquals(canonical, canonical(document));
    }

    @Test
    void controlCharacters_areNotEscaped() throws JsonException {
        assertEquals("{\"a\":\"\n\t\u0001\"}", canonical("{\"a\":\"\\n\\t\\u0001\"}"));
    }

    /** Beyond the basic plane, Java sorts otherwise. */
    @Test
    void members_areSortedByCodePoint() throws JsonException {
        assertEquals("{\"\uffee\":1,\"\ud83d\ude00\":2}", canonical("{\"\ud83d\ude00\":2,\"\uffee\":1}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e3", "1E3"})
    void fractionsAndExponents_haveNoForm(String number) {
        assertThrows(JsonException.class, () -> canonical("{\"a\":" + number + "}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-123456789012345678901234567890"})
    void largeWholeNumbers_areWrittenInFull(String number) throws JsonException {
        assertEquals("{\"a\":" + number + "}", canonical("{\"a\":" + number + "}"));
    }

    /** Otherwise it would be signed as a question mark. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\ud800\"}", "{\"\\udc00\":1}"})
    void unpairedSurrogate_hasNoForm(String document) {
        assertThrows(JsonException.class, () -> canonical(document));
    }

    private static String canonical(String document) throws JsonException {
        byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
        return new String(CanonicalJson.of(Json.parse(utf8)), StandardCharsets.UTF_8);
    }
}
