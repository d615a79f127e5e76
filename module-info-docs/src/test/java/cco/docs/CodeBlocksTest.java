package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeBlocksTest {

    private static List<Integer> functionLengths(String java) {
        CodeBlocks blocks = CodeBlocks.of(new SourceFile("X.java", java).code());
        return blocks.functions().stream().map(blocks::lines).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class X { void f(int a)\n throws E {\n } }",
                "class X {\n @Test\n @Values({\"a\", \"b\"})\n void f() {\n if (a) { b(); } else { c(); }\n } }",
                "class X { X() {\n run(() -> { a(); });\n } }",
                "record X(int a) { X {\n check(a);\n } }",
                "class X { static {\n try { a(); } finally { b(); }\n } }",
                "class X { Runnable r = () -> {\n a();\n }; }",
                "enum X { A(1) {\n int b;\n }; }",
                "class X { int[] a = {1,\n\n\n\n 2}; void f() {\n switch (a) { case 1 -> { b(); } }\n } }",
                "class X<T> { <A> List<A> f() {\n return new int[][] {{1}, {2}};\n } }",
                "class X { void f(Class<?> c) {\n if (c == X.class) { a(); }\n } }",
                "class X { /* { */ void f() {\n a('{', \"{\", \"\"\"\n { \"\"\"); } } // {",
            })
    void functionOfThreeLines_isMeasured(String java) {
        assertEquals(List.of(3), functionLengths(java));
    }

    @Test
    void methodsOfAnonymousTypes_areMeasuredSeparately() {
        String java = "class X { void f() {\n g(new Y<A>() { void h() {\n }\n });\n } }";
        assertEquals(List.of(2, 5), functionLengths(java));
    }

    @Test
    void constructorCallInACondition_isNotABody() {
        assertEquals(List.of(3), functionLengths("class X { void f() {\n if (a(new Y())) { b(); }\n } }"));
    }

    @Test
    void longAnnotations_areNotCounted() {
        String table = "\"\"\"\n" + "  1, {\n".repeat(10_000) + "\"\"\"";
        assertEquals(List.of(2), functionLengths("class X { @Table(rows = " + table + ", of = f(1)) void f() {\n } }"));
    }

    @Test
    void abstractMethods_areNotFunctions() {
        String java = "@interface X { String[] value() default {}; } interface Y { void f(); }";
        assertEquals(List.of(), functionLengths(java));
    }

    @Test
    void localAndNestedTypes_areFound() {
        String java = "public class X { record A(int a) {} void f() { enum B { C } new Y() { }; } @interface D {} }";
        assertEquals(4, CodeBlocks.of(java).namedTypes().size());
    }
}
