package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.docs.TextRule.Where;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house rules about texts that source files must not contain. */
class TextRulesTest {

    /** Test sources that may sleep, each with its reason. */
    private static final Map<String, String> MAY_SLEEP = Map.of(
            "distributions/e2e/src/test/java/cco/e2e/Machine.java", "it polls the progress of another program",
            "cco-core/engine/src/test/java/cco/core/background/DetachedProcessTest.java",
                    "a detached process has no one to notify");

    /** Files that may name a folder of a machine or a host of a registry, each with its reason. */
    private static final Map<String, String> MAY_NAME_PLACES = Map.of("mvnw", "it searches the usual places for a JDK");

    private static final List<TextRule> RULES = List.of(
            new TextRule(
                    "lines are wrapped",
                    SourceFile::isJava,
                    Where.IN_TEXT,
                    "(?m)^.{121,}$",
                    "x".repeat(121),
                    "two files fit side by side at 120 columns"),
            new TextRule(
                    "no work is put off",
                    file -> file.isJava() || file.isScript() || file.path().endsWith(".xml"),
                    Where.IN_TEXT,
                    "\\b(?:TO" + "DO|FIX" + "ME|XX" + "X)\\b.*",
                    "// TO" + "DO later",
                    "work is done now or tracked in an issue, not in a comment"),
            new TextRule(
                    "texts are plain English",
                    file -> !file.path().matches(".*(?:legal/|src/test/resources/|TextRulesTest).*"),
                    Where.IN_TEXT,
                    "(?i)\\b(?:who" + "ever|an" + "ew|(?:is|are) to" + "ld|vou" + "ch(?:es)?)\\b.*",
                    "It was made an" + "ew.",
                    "readers search for the common word: everyone who, again, reports, signs"),
            new TextRule(
                    "imports name what they import",
                    SourceFile::isJava,
                    Where.IN_CODE,
                    "(?m)^import [\\w. ]+\\*;",
                    "import static java.util.*;",
                    "a reader sees where each name comes from"),
            new TextRule(
                    "no machine or registry is named",
                    file -> !MAY_NAME_PLACES.containsKey(file.path()),
                    Where.IN_TEXT,
                    "(?<![\\w.}/$-])/(?:root|work)/[\\w.].*|/usr/lib/" + "jvm.*"
                            + "|repo1?\\.maven\\..*|registry\\.npmjs.*"
                            + "|[.]pythonhosted.*|pypi[.]org.*|crates[.]io.*",
                    "https://repo1" + ".maven" + ".org",
                    "the build must work on every machine and with every mirror"),
            new TextRule(
                    "tests are not switched off",
                    SourceFile::isTest,
                    Where.IN_CODE,
                    "@Disabled\\b.*",
                    "@Disabled(\"flaky\")",
                    "a test either runs or is deleted"),
            new TextRule(
                    "tests do not sleep",
                    file -> file.isTest() && !MAY_SLEEP.containsKey(file.path()),
                    Where.IN_CODE,
                    "\\w+\\.(?:sleep|parkNanos)\\(.*",
                    "Thread.sleep(100);",
                    "a test waits for an event, such as a latch; any pause is too short on a slow machine"),
            new TextRule(
                    "test classes are package-private",
                    SourceFile::isTest,
                    Where.IN_CODE,
                    "(?m)^public (?:final |abstract )*class \\w+Test\\b",
                    "public class FooTest {",
                    "no other package calls a test; code shared between packages belongs in a fixture"));

    private static List<SourceFile> files;

    @BeforeAll
    static void read() throws IOException {
        files = SourceTree.files(SourceTree.root());
    }

    static List<TextRule> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_isKept(TextRule rule) {
        List<String> violations = rule.violations(files);
        assertTrue(violations.isEmpty(), () -> rule + ": " + rule.reason() + "\n  " + String.join("\n  ", violations));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_refusesItsExample(TextRule rule) {
        SourceFile offender = new SourceFile("a/src/test/java/Offender.java", "\n" + rule.example());
        assertTrue(rule.guarded().test(offender), "the rule checks the example's file");
        assertEquals(1, rule.violations(List.of(offender)).size());
    }
}
