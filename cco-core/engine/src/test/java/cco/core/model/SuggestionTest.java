package cco.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> KNOWN = List.of("update", "install", "list", "config", "versions", "release add");

    @ParameterizedTest
    @CsvSource({
        "updaet, update",
        "udpate, update",
        "lst, list",
        "install!, install",
        "conf, config",
        "ver, versions",
        "releaseadd, release add",
        "up, update"
    })
    void misspelledWord_getsASuggestion(String word, String expected) {
        assertEquals(Optional.of(expected), Suggestion.nearest(word, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"destroy", "x", "''", "u", "-"})
    void unrelatedWord_getsNoSuggestion(String word) {
        assertEquals(Optional.empty(), Suggestion.nearest(word, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, abd, 1", "abc, ab, 1", "'', abc, 3", "kitten, sitting, 3"})
    void distance_countsSlips(String a, String b, int expected) {
        assertEquals(expected, Suggestion.distance(a, b));
        assertEquals(expected, Suggestion.distance(b, a));
    }
}
