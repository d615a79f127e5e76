package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.toml.TomlWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide's table has every key, with the default and the variable that it really has. */
class ConfigurationGuideTest {

    private static final Path GUIDE = Path.of("../../docs/configuration.md");

    private static final Pattern ROW =
            Pattern.compile("\\| `([a-z_.]+)` \\| (?:none|`([^`]*)`) \\| (?:`([A-Z_]+)`)? *\\|.*");

    @Test
    void documentedTable_matchesTheSchema() throws Exception {
        Stream<List<String>> rows = Files.readAllLines(GUIDE).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches() && !row.group(1).equals(ConfigVersion.VERSION.toString()))
                .map(row -> Stream.of(row.group(1), row.group(2), row.group(3))
                        .map(cell -> cell == null ? "" : cell)
                        .toList());

        assertEquals(Schema.ALL.stream().map(ConfigurationGuideTest::row).toList(), rows.toList());
    }

    private static List<String> row(Setting<?> setting) {
        return List.of(
                setting.key().toString(),
                setting.defaultValue().map(TomlWriter::value).orElse(""),
                setting.variable().orElse(""));
    }
}
