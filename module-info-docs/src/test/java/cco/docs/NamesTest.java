package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house rules about names of types, exceptions and tests. */
class NamesTest {

    private static final int MAX_TEST_NAME = 60;
    private static final Pattern TEST = Pattern.compile("\\bvoid\\s+(\\w{" + (MAX_TEST_NAME + 1) + ",})\\s*\\(");

    private static List<CompiledClass> classes;

    @BeforeAll
    static void read() throws IOException {
        classes = CompiledTree.read().classes();
    }

    @Test
    void everyTypeName_isUsedOnce() {
        refuse(duplicates(classes), "one name has one meaning: a reader who searches for it finds one type");
    }

    @Test
    void everyException_isNamedException() {
        refuse(misnamedExceptions(classes), "the name of an exception ends in Exception");
    }

    @Test
    void testNames_areShort() throws IOException {
        List<String> violations = new ArrayList<>();
        for (SourceFile file : SourceTree.files(SourceTree.root())) {
            if (file.isJava()) {
                longTestNames(file).forEach(name -> violations.add(file.path() + ": " + name));
            }
        }
        refuse(violations, "a test's name says state and behavior in at most " + MAX_TEST_NAME + " characters");
    }

    @Test
    void aTypeNamedLikeAnother_isFound() {
        List<CompiledClass> types = Stream.of("a.Same", "b.Same", "b.Outer", "b.Outer$Same", "b.Outer$1", "a.X$1")
                .map(name -> type(name, ""))
                .toList();
        assertEquals(List.of("Same: a.Same, b.Outer$Same, b.Same"), duplicates(types));
    }

    @Test
    void aMisnamedException_isFound() {
        List<CompiledClass> types = List.of(
                type("a.Broken", "java.io.IOException"),
                type("a.Child", "a.Broken"),
                type("a.GoodException", "a.Child"));
        assertEquals(List.of("a.Broken", "a.Child"), misnamedExceptions(types));
    }

    @Test
    void aLongTestName_isFound() {
        String name = "x".repeat(MAX_TEST_NAME + 1);
        SourceFile file = new SourceFile("ATest.java", """
                @ParameterizedTest
                @ValueSource(strings = {"a()", "b"})
                void %s(String a) { help(); }

                @Test
                void short_isFine() throws E { verify(a.%s()); }
                """.formatted(name, name));
        assertEquals(List.of(name), longTestNames(file));
    }

    /** Two nested types may share a name if no top-level type has it. */
    private static List<String> duplicates(List<CompiledClass> classes) {
        Map<String, Set<String>> types = new TreeMap<>();
        Set<String> topLevel = new TreeSet<>();
        for (CompiledClass type : classes) {
            types.computeIfAbsent(type.simpleName(), name -> new TreeSet<>()).add(type.name());
            if (!type.isNested()) {
                topLevel.add(type.simpleName());
            }
        }
        types.entrySet().removeIf(type -> type.getValue().size() == 1 || !topLevel.contains(type.getKey()));
        return types.entrySet().stream()
                .map(type -> type.getKey() + ": " + String.join(", ", type.getValue()))
                .toList();
    }

    private static List<String> misnamedExceptions(List<CompiledClass> classes) {
        Map<String, String> parents =
                classes.stream().collect(Collectors.toMap(CompiledClass::name, CompiledClass::superclass));
        return parents.keySet().stream()
                .filter(name -> isException(parents.get(name), parents) && !name.endsWith("Exception"))
                .sorted()
                .toList();
    }

    private static boolean isException(String type, Map<String, String> parents) {
        return parents.containsKey(type)
                ? isException(parents.get(type), parents)
                : type.matches(".*(Exception|Error|Throwable)");
    }

    private static List<String> longTestNames(SourceFile file) {
        return TEST.matcher(file.code()).results().map(match -> match.group(1)).toList();
    }

    private static CompiledClass type(String name, String superclass) {
        return new CompiledClass(name, superclass, new TreeSet<>());
    }

    private static void refuse(List<String> violations, String reason) {
        assertTrue(violations.isEmpty(), () -> reason + "\n  " + String.join("\n  ", violations));
    }
}
