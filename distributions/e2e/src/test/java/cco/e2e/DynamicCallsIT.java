package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build replaces dynamic calls by static methods that behave the same. */
class DynamicCallsIT {

    private static final Path TOOL =
            Machine.BUNDLE.resolve("../../src/build/ReplaceDynamicCalls.java").normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** Prints a line for each kind of dynamic call, with all types and the values that are special to them. */
    private static final String SAMPLE = """
            import java.util.Arrays;
            import java.util.List;

            public final class Sample {

                record Empty() {}

                record All(
                        boolean z, byte b, char c, short s, int i, long j, float f, double d, String t, int[] a,
                        List<Empty> list) {}

                record Own(int i) {
                    @Override
                    public String toString() { return "own " + i; }
                }

                sealed interface Shape permits Circle, Square, Other {
                    default String name() { return "a shape such as " + this; }
                }

                record Circle(double radius) implements Shape {}

                record Square(long side) implements Shape {}

                record Other(Object what) implements Shape {}

                sealed interface Mark permits Sign {}

                enum Sign implements Mark { PLUS, MINUS }

                static String area(Shape shape) {
                    return switch (shape) {
                        case null -> "nothing";
                        case Circle(double radius) when radius > 100 -> "large";
                        case Circle circle when circle.radius() < 0 -> "negative " + circle;
                        case Circle circle -> "round " + circle.radius();
                        case Square(long side) -> "square " + side * side;
                        case Other(String text) -> "text " + text;
                        case Other(var what) -> "other " + what;
                    };
                }

                static String kind(Object value) {
                    return switch (value) {
                        case Sign sign when sign == Sign.PLUS -> "plus";
                        case Sign sign -> "sign " + sign;
                        case String text when text.isEmpty() -> "empty";
                        case Integer number -> "number " + number;
                        case int[] numbers -> "numbers " + Arrays.toString(numbers);
                        default -> "any " + value;
                    };
                }

                static String word(String word) {
                    return switch (word) {
                        case "x" -> "the letter x";
                        case String text when text.length() > 1 -> "the word " + text;
                        case "y" -> "the letter y";
                        case String text -> "another letter";
                    };
                }

                static String mark(Mark mark) {
                    return switch (mark) {
                        case Sign.PLUS -> "and";
                        case Sign sign -> "or " + sign;
                    };
                }

                static All all(double d, int[] a) {
                    return new All(
                            true, (byte) -1, '\\u00e9', (short) -2, 3, 1L << 40, -0f, d, null, a, List.of(new Empty()));
                }

                public static void main(String[] arguments) {
                    int[] one = {1};
                    All nan = all(Double.NaN, null);
                    System.out.println(nan + " " + nan.hashCode());
                    System.out.println(new Empty() + " " + new Empty().hashCode() + new Own(7));
                    System.out.println(nan.equals(all(Double.NaN, null)) + " " + nan.equals(all(0, null)));
                    System.out.println(nan.equals(null) + " " + all(0, one).equals(all(0, one)));
                    System.out.println(all(0, one).equals(all(0, one.clone())) + " " + new Empty().equals(""));
                    System.out.println(all(0.0, null).equals(all(-0.0, null)) + " " + new Own(1).equals(new Own(1)));
                    for (Shape shape : new Shape[] {
                            null, new Circle(101), new Circle(-1), new Circle(2), new Square(3), new Other("t"),
                            new Other(null)}) {
                        System.out.println(area(shape) + " " + (shape == null ? null : shape.name()));
                    }
                    for (Object value : new Object[] {Sign.PLUS, Sign.MINUS, "", "x", "y", 5, one, 'c'}) {
                        System.out.println(kind(value));
                    }
                    System.out.println(word("x") + word("y") + word("z") + word("xy"));
                    System.out.println(mark(Sign.PLUS) + mark(Sign.MINUS));
                    try {
                        kind(null);
                    } catch (NullPointerException expected) {
                        System.out.println("null is not a kind");
                    }
                    char[] letters = {'a'};
                    StringBuilder builder = new StringBuilder("b");
                    String none = null;
                    System.out.println("\\1" + one.length + '\\2' + none + builder + 1.5f + 2.5 + 3L + 'c' + true
                            + (byte) 4 + (short) 5 + (letters.length + "") + none + "%s $1 \\\\");
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void replacedCalls_behaveTheSame() throws IOException {
        Files.writeString(folder.resolve("Sample.java"), SAMPLE);
        JdkTool.run(
                "javac",
                "-d",
                folder.resolve("classes").toString(),
                folder.resolve("Sample.java").toString());
        Path jars = Files.createDirectory(folder.resolve("jars"));
        Path jar = jars.resolve("sample.jar");
        JdkTool.run(
                "jar",
                "--create",
                "--file",
                jar.toString(),
                "-C",
                folder.resolve("classes").toString(),
                ".");
        String before = output("-cp", jar.toString(), "Sample");
        assertEquals(
                Set.of("makeConcatWithConstants", "equals", "hashCode", "toString", "typeSwitch"), dynamicCalls(jar));

        output(TOOL.toString(), jars.toString());
        assertEquals(before, output("-cp", jar.toString(), "Sample"));
        assertEquals(25, before.lines().count());
        // One switch of the sample has a form that the tool does not know.
        assertEquals(Set.of("makeConcatWithConstants", "toString", "typeSwitch"), dynamicCalls(jar));
    }

    @Test
    void bundle_containsNoReplaceableCall() throws IOException {
        Set<String> names = new TreeSet<>();
        int jars = 0;
        try (var modules = Files.newDirectoryStream(Machine.BUNDLE.resolveSibling("modules"), "*.jar")) {
            for (Path jar : modules) {
                names.addAll(dynamicCalls(jar));
                jars++;
            }
        }
        assertTrue(jars > 10, jars + " modules");
        assertEquals(Set.of("makeConcatWithConstants", "toString"), names);
    }

    /** The names of the dynamic calls in a jar, except those of lambdas. */
    private static Set<String> dynamicCalls(Path jar) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream()
                    .filter(each -> each.getName().endsWith(".class"))
                    .toList()) {
                ClassModel model =
                        ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
                model.methods().stream()
                        .flatMap(method -> method.code().stream())
                        .flatMap(CodeModel::elementStream)
                        .forEach(part -> {
                            if (part instanceof InvokeDynamicInstruction call
                                    && !call.bootstrapMethod()
                                            .owner()
                                            .displayName()
                                            .equals("LambdaMetafactory")) {
                                names.add(call.name().stringValue());
                            }
                        });
            }
        }
        return names;
    }

    private String output(String... arguments) throws IOException {
        List<String> command = Machine.command(JAVA.toString());
        command.addAll(List.of(arguments));
        return new Machine(folder.resolve("user")).run(command).exits(0).out();
    }
}
