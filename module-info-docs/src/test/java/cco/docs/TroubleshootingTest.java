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

/** The troubleshooting page covers every exit code and quotes only messages that the code contains. */
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
    void everyExitCode_hasASection() throws IOException {
        List<String> codes = found(CODE, text(CODES));
        assertTrue(codes.size() > 10, CODES);
        assertEquals(codes, found(SECTION, text(PAGE)), "the sections of " + PAGE);
    }

    @Test
    void everyQuotedMessage_isInTheCode() throws IOException {
        List<String> sources = sources();
        List<String> messages = messages(text(PAGE));
        assertTrue(messages.size() > 100, PAGE);
        List<String> unknown = messages.stream()
                .filter(message -> sources.stream().noneMatch(source -> contains(source, message)))
                .toList();
        assertEquals(List.of(), unknown, "no source file contains these messages of " + PAGE);
    }

    @Test
    void messagesWithEllipsis_matchAnyText() {
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
        assertTrue(contains(source, "a … b"));
        assertTrue(contains(literals("g(\"one \" +\n    \"two\")"), "one two"), "a concatenated text");
        assertTrue(!contains(source, "y"), "a name outside a literal");
        assertTrue(!contains(source, "a b"), "words from two literals");
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

    private static boolean contains(String literals, String message) {
        return Stream.of(message.split("…")).map(String::strip).allMatch(literals::contains);
    }

    /** The string literals of a source, one per line; concatenated literals become one. */
    private static String literals(String source) {
        String joined = source.replaceAll("\"\\s*\\+\\s*\"", "");
        return String.join(
                "\n",
                LITERAL.matcher(joined)
                        .results()
                        .map(TroubleshootingTest::unescaped)
                        .toList());
    }

    private static String unescaped(MatchResult literal) {
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
