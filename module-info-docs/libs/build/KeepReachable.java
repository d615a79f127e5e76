import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * Takes from a folder of jars only the classes that some entry points lead to, unchanged: {@code java
 * KeepReachable.java JARS CLASSES ENTRY…}. A class leads to every class that its constant pool names; what is loaded
 * by a name made at run time would be missed, which the users' tests show. The JDK alone does it, so that every machine
 * keeps the same classes.
 */
final class KeepReachable {

    /** Types in descriptors and generic signatures; a class is also named by its own entry. */
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    private final List<JarFile> jars;
    private final Path classes;

    private KeepReachable(List<JarFile> jars, Path classes) {
        this.jars = jars;
        this.classes = classes;
    }

    public static void main(String[] arguments) throws IOException {
        List<JarFile> jars = new ArrayList<>();
        try (var files = Files.list(Path.of(arguments[0]))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(new JarFile(file.toFile()));
            }
        }
        List<String> entries = List.of(arguments).subList(2, arguments.length);
        new KeepReachable(jars, Path.of(arguments[1])).keep(entries);
    }

    private void keep(List<String> entries) throws IOException {
        Deque<String> open = new ArrayDeque<>(entries.stream().map(name -> name.replace('.', '/')).toList());
        Set<String> seen = new HashSet<>(open);
        Set<String> kept = new HashSet<>();
        while (!open.isEmpty()) {
            String name = open.pop();
            Optional<byte[]> bytes = read(name + ".class");
            if (bytes.isPresent()) {
                kept.add(name);
                write(name + ".class", bytes.get());
                namedBy(bytes.get()).stream().filter(seen::add).forEach(open::push);
            }
        }
        if (!kept.containsAll(entries.stream().map(name -> name.replace('.', '/')).toList())) {
            throw new IOException("not every entry point is in the jars: " + entries);
        }
    }

    private Optional<byte[]> read(String file) throws IOException {
        for (JarFile jar : jars) {
            if (jar.getEntry(file) != null) {
                try (var stream = jar.getInputStream(jar.getEntry(file))) {
                    return Optional.of(stream.readAllBytes());
                }
            }
        }
        return Optional.empty();
    }

    private void write(String file, byte[] bytes) throws IOException {
        Path target = classes.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes);
    }

    private static Set<String> namedBy(byte[] bytes) {
        Set<String> names = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            switch (entry) {
                case ClassEntry type -> names.add(type.asInternalName());
                case Utf8Entry text -> DESCRIPTOR.matcher(text.stringValue()).results()
                        .forEach(match -> names.add(match.group(1)));
                default -> { }
            }
        }
        return names;
    }
}
