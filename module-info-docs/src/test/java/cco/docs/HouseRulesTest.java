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

/** The house rules about the size and structure of source files. */
class HouseRulesTest {

    private static final int MAX_FUNCTION_LINES = 40;
    private static final int MAX_FILE_LINES = 350;

    private static final Pattern BLOCK = Pattern.compile("\\{[^{}]*}");
    private static final Pattern CASES = Pattern.compile("return (?:List|Stream)\\.of\\([^;]*;\\s*$");

    private static List<SourceFile> files;

    @BeforeAll
    static void read() throws IOException {
        files = SourceTree.files(SourceTree.root());
        assertFalse(files.stream().noneMatch(SourceFile::isMain), "no sources found");
    }

    @Test
    void functions_areShort() {
        List<String> violations = new ArrayList<>();
        for (SourceFile file : of(SourceFile::isJava).toList()) {
            CodeBlocks blocks = CodeBlocks.of(file.code());
            for (CodeBlocks.Span function : blocks.functions()) {
                int lines = blocks.lines(function) - (file.isTest() ? casesIn(file, function) : 0);
                if (lines > MAX_FUNCTION_LINES) {
                    violations.add(file.at(function.brace()) + ": " + lines + " lines");
                }
            }
        }
        refuse(
                violations,
                "a function has at most " + MAX_FUNCTION_LINES
                        + " lines, besides a table of test cases: in other updaters, the longest functions "
                        + "are the ones that break installations");
    }

    @Test
    void files_areShort() {
        refuse(
                of(file -> file.isJava() || file.isScript())
                        .filter(file -> file.lineCount() > MAX_FILE_LINES)
                        .map(file -> file.path() + ": " + file.lineCount() + " lines"),
                "a file has at most " + MAX_FILE_LINES + " lines: a longer one usually has more than one job");
    }

    @Test
    void packageNames_startWithTheModuleName() {
        Map<String, String> modules = of(file ->
                        file.isMain() && file.fileName().equals("module-info.java"))
                .collect(Collectors.toMap(HouseRulesTest::folder, file -> first("module\\s+([\\w.]+)", file)));
        refuse(
                of(file -> file.isMain() && !file.fileName().equals("module-info.java"))
                        .filter(file -> modules.containsKey(folder(file)))
                        .filter(file -> !(first("package\\s+([\\w.]+)", file) + ".")
                                .startsWith(modules.get(folder(file)) + "."))
                        .map(SourceFile::path),
                "a package name starts with its module's name, so two modules never contain the same package");
    }

    @Test
    void packages_haveAPackageInfo() {
        Set<String> explained = of(file -> file.fileName().equals("package-info.java"))
                .map(HouseRulesTest::parent)
                .collect(Collectors.toSet());
        refuse(
                of(file -> file.isMain() && !file.fileName().equals("module-info.java"))
                        .map(HouseRulesTest::parent)
                        .filter(folder -> !explained.contains(folder))
                        .distinct(),
                "a package-info.java explains each package once");
    }

    @Test
    void modulesAndPackages_areDocumented() {
        refuse(
                of(file -> file.isMain() && file.fileName().endsWith("-info.java"))
                        .filter(file -> !file.text().contains("/**"))
                        .map(SourceFile::path),
                "modules and packages have a Javadoc comment that states their purpose");
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
        refuse(violations, "public types have a Javadoc comment that states their purpose");
    }

    /** The lines of the table of test cases that a function returns as its last statement. */
    private static int casesIn(SourceFile file, CodeBlocks.Span function) {
        String body = file.code().substring(function.brace() + 1, function.end());
        while (BLOCK.matcher(body).find()) {
            body = BLOCK.matcher(body).replaceAll(block -> block.group().replaceAll("[^\\n]", " "));
        }
        Matcher table = CASES.matcher(body);
        return table.find() ? (int) table.group().lines().count() : 0;
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
