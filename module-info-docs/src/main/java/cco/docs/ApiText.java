package cco.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * The public signatures of a module, as {@code javap} prints them.
 *
 * <p>It lists the public types of the exported packages with their public and protected members, both sorted by name.
 */
final class ApiText {

    private static final Comparator<String> BY_NAME = Comparator.<String, String>comparing(
                    line -> line.replaceFirst("\\s*[(;=].*", "").replaceFirst(".*\\s", ""))
            .thenComparing(Comparator.naturalOrder());

    private ApiText() {}

    static String of(ReactorModule module) throws IOException {
        StringBuilder text = new StringBuilder();
        try (JarFile jar = new JarFile(module.jar().toFile())) {
            for (JarEntry entry : classes(jar)) {
                try (InputStream bytes = jar.getInputStream(entry)) {
                    ClassModel type = ClassFile.of().parse(bytes.readAllBytes());
                    if (isExported(type, module) && isPublic(type)) {
                        text.append(text.isEmpty() ? "" : "\n").append(type(type, module));
                    }
                }
            }
        }
        return text.toString();
    }

    private static List<JarEntry> classes(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .sorted(Comparator.comparing(entry -> entry.getName().replace(".class", "")))
                .toList();
    }

    private static boolean isExported(ClassModel type, ReactorModule module) {
        String name = name(type);
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        return module.descriptor().exports().stream()
                .anyMatch(exports -> !exports.isQualified() && exports.source().equals(packageName));
    }

    /** A nested class's own flags do not show that it is private; its entry in the table of inner classes does. */
    private static boolean isPublic(ClassModel type) {
        return type.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(table -> table.classes().stream())
                .filter(inner -> inner.innerClass().equals(type.thisClass()))
                .findFirst()
                .map(inner -> inner.has(AccessFlag.PUBLIC) || inner.has(AccessFlag.PROTECTED))
                .orElse(type.flags().has(AccessFlag.PUBLIC));
    }

    private static String type(ClassModel type, ReactorModule module) throws IOException {
        List<String> lines = new ArrayList<>(javap(name(type), module)
                .lines()
                .filter(line -> !line.startsWith("Compiled from"))
                .toList());
        String head = lines.removeFirst();
        lines.removeLast();
        String members = lines.stream().sorted(BY_NAME).map(line -> line + "\n").collect(Collectors.joining());
        return head + "\n" + permits(type) + members + "}\n";
    }

    /** The {@code permits} clause of a sealed type, which javap omits. */
    private static String permits(ClassModel type) {
        return type.findAttribute(Attributes.permittedSubclasses())
                .map(table -> table.permittedSubclasses().stream()
                        .map(entry -> entry.asInternalName().replace('/', '.'))
                        .sorted()
                        .collect(Collectors.joining(", ", "  permits ", "\n")))
                .orElse("");
    }

    private static String javap(String type, ReactorModule module) throws IOException {
        ToolProvider tool = ToolProvider.findFirst("javap").orElseThrow();
        StringWriter output = new StringWriter();
        PrintWriter writer = new PrintWriter(output);
        if (tool.run(
                        writer,
                        writer,
                        "-protected",
                        "-constants",
                        "--class-path",
                        module.jar().toString(),
                        type)
                != 0) {
            throw new IOException("javap " + type + ": " + output);
        }
        return output.toString();
    }

    private static String name(ClassModel type) {
        return type.thisClass().asInternalName().replace('/', '.');
    }
}
