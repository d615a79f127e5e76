package cco.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house about the shape of sources; those about words and uses are beside it. */
class HouseRulesTest {

    private static final int MAX_FUNCTION_LINES = 40;
    private static final int MAX_FILE_LINES = 300;

    private static List<SourceFile> files;

    @BeforeAll
    static void read() throws IOException {
        files = SourceTree.files(SourceTree.root());
        assertFalse(files.stream().noneMatch(SourceFile::isMain), "no sources found: the rules would guard nothing");
    }

    @Test
    void functions_fitOnAScreen() {
        List<String> violations = new ArrayList<>();
        for (SourceFile file : of(SourceFile::isJava).toList()) {
            CodeBlocks blocks = CodeBlocks.of(file.code());
            for (CodeBlocks.Span function : blocks.functions()) {
                if (blocks.lines(function) > MAX_FUNCTION_LINES) {
                    violations.add(file.at(function.brace()) + ": " + blocks.lines(function) + " lines");
                }
            }
        }
        refuse(
                violations,
                "a function has at most " + MAX_FUNCTION_LINES + " lines: the long ones, the switch of the "
                        + "installed version above all, are where updaters break their users");
    }

    @Test
    void files_areReadInOneSitting() {
        refuse(
                of(file -> file.isJava() || file.isScript())
                        .filter(file -> file.lineCount() > MAX_FILE_LINES)
                        .map(file -> file.path() + ": " + file.lineCount() + " lines"),
                "a file has at most " + MAX_FILE_LINES + " lines: a longer one has more than one job");
    }

    @Test
    void packages_bearTheirModulesName() {
        Map<String, String> modules = of(file ->
                        file.isMain() && file.fileName().equals("module-info.java"))
                .collect(Collectors.toMap(HouseRulesTest::folder, file -> first("module\\s+([\\w.]+)", file)));
        refuse(
                of(file -> file.isMain() && !file.fileName().equals("module-info.java"))
                        .filter(file -> modules.containsKey(folder(file)))
                        .filter(file -> !(first("package\\s+([\\w.]+)", file) + ".")
                                .startsWith(modules.get(folder(file)) + "."))
                        .map(SourceFile::path),
                "a package starts with its module's name: two modules can never hold the same one");
    }

    @Test
    void packages_sayWhatTheyAreFor() {
        Set<String> explained = of(file -> file.fileName().equals("package-info.java"))
                .map(HouseRulesTest::parent)
                .collect(Collectors.toSet());
        refuse(
                of(file -> file.isMain() && !file.fileName().equals("module-info.java"))
                        .map(HouseRulesTest::parent)
                        .filter(folder -> !explained.contains(folder))
                        .distinct(),
                "a package has a package-info.java: its story is told once, in order");
    }

    @Test
    void modulesAndPackages_areDocumented() {
        refuse(
                of(file -> file.isMain() && file.fileName().endsWith("-info.java"))
                        .filter(file -> !file.text().contains("/**"))
                        .map(SourceFile::path),
                "a module and a package have a Javadoc: what it is for, and what happens in which order");
    }

    @Test
    void publicTypes_areDocumented() {
        List<String> violations = new ArrayList<>();
        for (SourceFile file : of(SourceFile::isMain).toList()) {
            String code = file.code();
            for (CodeBlocks.Span type : CodeBlocks.of(code).namedTypes()) {
                boolean isPublic = code.substring(type.header(), type.brace()).matches("(?s).*\\bpublic\\b.*");
                if (isPublic
                        && !file.text().substring(type.header(), type.brace()).contains("/**")) {
                    violations.add(file.at(type.brace()));
                }
            }
        }
        refuse(violations, "a public type has a Javadoc: what it is for and what it never does");
    }

    private static Stream<SourceFile> of(Predicate<SourceFile> wanted) {
        return files.stream().filter(wanted);
    }

    private static String folder(SourceFile file) {
        return file.path().substring(0, file.path().indexOf("src/main/java/"));
    }

    private static String parent(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }

    private static String first(String pattern, SourceFile file) {
        Matcher matcher = Pattern.compile(pattern).matcher(file.code());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static void refuse(Stream<String> violations, String reason) {
        refuse(violations.toList(), reason);
    }

    private static void refuse(List<String> violations, String reason) {
        assertTrue(violations.isEmpty(), () -> reason + "\n  " + String.join("\n  ", violations));
    }
}
