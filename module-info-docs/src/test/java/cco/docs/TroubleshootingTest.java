package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page for users in trouble has every exit code, and speaks of no message that cco does not print. */
class TroubleshootingTest {

    private static final String PAGE = "docs/troubleshooting.md";
    private static final String CODES = "distributions/cli/src/main/java/cco/cli/report/ExitCode.java";
    private static final Pattern PROGRAM =
            Pattern.compile("(cco-core|distributions/cli|plugins)/.*/main/java/.*\\.java");
    private static final Pattern CODE = Pattern.compile("(?m)^    [A-Z_]+\\((\\d+)\\)[,;]");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\d+): ");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    @Test
    void everyExitCode_hasItsSection() throws IOException {
        List<String> codes = found(CODE, text(CODES));
        assertTrue(codes.size() > 10, CODES);
        assertEquals(codes, found(SECTION, text(PAGE)), "the sections of " + PAGE);
    }

    @Test
    void everyMessage_isInTheCode() throws IOException {
        List<String> sources = sources();
        List<String> messages = messages(text(PAGE));
        assertTrue(messages.size() > 100, PAGE);
        List<String> unknown = messages.stream()
                .filter(message -> sources.stream().noneMatch(source -> says(source, message)))
                .toList();
        assertEquals(List.of(), unknown, "no source file has all words of these messages of " + PAGE);
    }

    @Test
    void messages_areTheFirstColumnOfTheirTables_andDotsStandForAnything() {
        String page = """
                | message | means |
                | --- | --- |
                | `a … b`, `c` | `d` |

                | key | means |
                | --- | --- |
                | `e` | |
                """;
        assertEquals(List.of("a … b", "c"), messages(page));
        String source = literals("f(\"x a \" + y + \" b\" + // \"\n \"ut\");");
        assertTrue(says(source, "a … b"));
        assertTrue(says(literals("g(\"one \" +\n    \"two\")"), "one two"), "a text that goes on in the next line");
        assertTrue(!says(source, "y"), "what is no text");
        assertTrue(!says(source, "a b"), "what is not in one text");
    }

    private static String text(String path) throws IOException {
        return Files.readString(SourceTree.root().resolve(path));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    private static List<String> messages(String page) {
        List<String> messages = new ArrayList<>();
        boolean inTable = false;
        for (String line : page.lines().toList()) {
            inTable = line.startsWith("| message |") || inTable && line.startsWith("|");
            if (inTable) {
                messages.addAll(found(QUOTED, line.split("\\|", 3)[1]));
            }
        }
        return messages;
    }

    private static boolean says(String literals, String message) {
        return Stream.of(message.split("…")).map(String::strip).allMatch(literals::contains);
    }

    /** A source's texts, one a line; those that the compiler would put together are put together. */
    private static String literals(String source) {
        String joined = source.replaceAll("\"\\s*\\+\\s*\"", "");
        return String.join(
                "\n",
                LITERAL.matcher(joined)
                        .results()
                        .map(TroubleshootingTest::plain)
                        .toList());
    }

    private static String plain(MatchResult literal) {
        return literal.group(1).replace("\\\"", "\"");
    }

    private static List<String> sources() throws IOException {
        Path root = SourceTree.root();
        return SourceTree.files(root).stream()
                .filter(file -> PROGRAM.matcher(file.path()).matches())
                .map(file -> literals(file.text()))
                .toList();
    }
}
