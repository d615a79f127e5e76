package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.parse.GlobalOptions;
import cco.cli.parse.OptionParser;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTest {

    private static final Pattern OPTION = Pattern.compile("(?m)^  (-\\w, )?(--[a-z-]+)");

    static Stream<String> topics() {
        return Stream.concat(Stream.of(""), Stream.concat(CommandName.topics().stream(), HelpText.GUIDES.stream()));
    }

    private static Set<String> declared(Object declarations) {
        return OptionParser.options(declarations).stream()
                .map(option -> option.names().getLast())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> described(String topic) {
        return OPTION.matcher(HelpText.of(topic))
                .results()
                .map(match -> match.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("topics")
    void helpText_fitsATerminal(String topic) {
        List<String> lines = HelpText.of(topic).lines().toList();
        assertTrue(lines.size() > 3, topic);
        for (String line : lines) {
            assertTrue(line.length() <= 80 && line.equals(line.stripTrailing()), line);
            assertTrue(line.chars().allMatch(c -> c >= ' ' && c <= '~'), line);
        }
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void help_describesExactlyTheDeclaredOptions(CommandName name) {
        assertEquals(declared(CommandFactory.create(name)), described(name.words()));
    }

    @ParameterizedTest
    @EnumSource(CommandName.class)
    void helpText_hasUsageAndExamples(CommandName name) {
        String text = HelpText.of(name.words());
        assertTrue(text.startsWith("Usage: cco " + name.words()), text);
        assertTrue(text.contains("\n\nExample"), text);
    }

    @Test
    void overview_listsCommandsAndGlobalOptions() {
        String text = HelpText.of("");
        for (CommandName name : CommandName.values()) {
            assertTrue(text.contains("\n  " + name.words() + " "), name.words());
        }
        Set<String> options = declared(new GlobalOptions());
        options.add("--version");
        assertEquals(options, described(""));
    }
}
