package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules for the files that GitHub runs with access to secrets. */
class WorkflowFilesTest {

    private static final Path ROOT = Path.of("..");

    /** A tag can be moved to other code, a commit cannot. */
    private static final Pattern ACTION = Pattern.compile("(?m)^ *(?:- )?uses: *(\\S+)");

    private static final Pattern PINNED = Pattern.compile("\\./.*|[\\w./-]+@[0-9a-f]{40}");

    private static final Pattern SCRIPT = Pattern.compile("(?:distributions/bin|\\.ci|cco-action)/[\\w-]+");

    private static final Pattern RUN = Pattern.compile("^( *)(- )?run: *(.*)$");

    static List<Path> files() throws IOException {
        try (Stream<Path> workflows = Files.list(ROOT.resolve(".github/workflows"))) {
            return Stream.concat(workflows, Stream.of(ROOT.resolve("cco-action/action.yml")))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void actions_arePinnedByCommit(Path file) throws IOException {
        for (String action : found(ACTION, Files.readString(file), 1)) {
            assertTrue(PINNED.matcher(action).matches(), file + ": pin " + action + " by its commit");
        }
    }

    /** Text of an expression, such as the name of a branch, would become part of the script. */
    @ParameterizedTest
    @MethodSource("files")
    void scripts_haveNoExpressions(Path file) throws IOException {
        for (String script : scripts(Files.readAllLines(file))) {
            assertFalse(script.contains("${{"), file + ": pass this by a variable of env: " + script);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void calledScripts_exist(Path file) throws IOException {
        for (String script : found(SCRIPT, Files.readString(file), 0)) {
            assertTrue(Files.isExecutable(ROOT.resolve(script)), file + ": there is no program " + script);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void workflows_grantEachPermission(Path file) throws IOException {
        if (!file.endsWith("action.yml")) {
            assertTrue(Files.readString(file).contains("\npermissions: {}\n"), file + ": start from no permissions");
        }
    }

    @Test
    void blockScripts_areFound() {
        List<String> yaml = List.of("- run: a", "  env: b", "  run: |", "    c", "", "    d", "  shell: e");
        assertEquals(List.of("a", "c\n\nd"), scripts(yaml));
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(group))
                .toList();
    }

    /** The scripts of the steps: the rest of the line, or the more indented lines below it. */
    private static List<String> scripts(List<String> lines) {
        List<String> scripts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            var run = RUN.matcher(lines.get(i));
            if (run.matches()) {
                int indent = run.group(1).length() + (run.group(2) == null ? 0 : 2);
                scripts.add(
                        run.group(3).matches("[|>]-?")
                                ? block(lines.subList(i + 1, lines.size()), indent)
                                : run.group(3));
            }
        }
        return scripts;
    }

    private static String block(List<String> lines, int indent) {
        return String.join(
                        "\n",
                        lines.stream()
                                .takeWhile(line -> line.isBlank() || line.startsWith(" ".repeat(indent + 1)))
                                .map(String::strip)
                                .toList())
                .strip();
    }
}
