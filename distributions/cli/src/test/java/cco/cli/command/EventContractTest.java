package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.cli.console.EventContract;
import cco.core.json.Json;
import cco.core.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The events in the sources, in the schema and in the documentation are the same. */
class EventContractTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:named|event|signed)\\(\\s*\"([a-z-]+)\"");
    private static final Pattern MEMBER = Pattern.compile("\\.with\\(\"([a-z0-9_-]+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
    private static final Pattern WORD = Pattern.compile("`([a-z-]+)`");

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Test
    void schema_hasExactlyTheEventsOfTheSources() throws IOException, JsonException {
        assertEquals(all(NAME, sources()), EventContract.published().events());
    }

    @Test
    void schema_hasEveryMemberOfTheSources() throws IOException, JsonException {
        EventContract contract = EventContract.published();
        Set<String> unknown = all(MEMBER, sources());
        for (String event : contract.events()) {
            unknown.removeAll(contract.members(event));
        }
        assertEquals(Set.of(), unknown);
    }

    @Test
    void documentation_listsEveryEvent() throws IOException, JsonException {
        String formats = Files.readString(Path.of("../../docs/formats.md"));
        String section = formats.substring(formats.indexOf("\n| event | when |"), formats.indexOf("\n## 8."));
        Set<String> documented = new TreeSet<>();
        for (String cell : all(ROW, section)) {
            documented.addAll(all(WORD, cell));
        }
        assertEquals(EventContract.published().events(), documented);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"updaet\"}",
                "{\"event\":\"note\"}",
                "{\"event\":\"note\",\"message\":\"x\",\"more\":\"y\"}",
            })
    void undescribedEvent_failsTheTest(String line) throws JsonException {
        EventContract contract = EventContract.published();
        var event = Json.parse(line.getBytes(StandardCharsets.UTF_8));
        assertThrows(AssertionError.class, () -> contract.require(event));
    }
}
