import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Drops the classes of libraries that cco does not use: {@code java DropUnreachable.java FOLDER}. The folder contains
 * the jars to link, and all but {@code cco-*.jar} are libraries. A class stays if a chain of names in constant pools
 * leads to it from cco or from a module's descriptor. Nothing else can use the libraries: cco refuses a drop-in that
 * requires one. What is loaded by a name made at run time would be missed, which the end-to-end tests show.
 */
final class DropUnreachable {

    /** Types in descriptors and generic signatures; a class is also named by its own entry. */
    private static final Pattern DESCRIPTOR = Pattern.compile("L([\\w/$]+)[;<]");

    /** The path of a class, where a jar may have variants of it for newer versions of Java. */
    private static final Pattern CLASS_FILE = Pattern.compile("/(?:META-INF/versions/\\d+/)?(.*)\\.class");

    private final Map<String, Set<String>> references = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    public static void main(String[] arguments) throws IOException {
        List<Path> jars;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        DropUnreachable tool = new DropUnreachable();
        for (Path jar : jars) {
            tool.read(jar, isOwn(jar));
        }
        tool.follow();
        for (Path jar : jars) {
            if (!isOwn(jar)) {
                tool.drop(jar);
            }
        }
    }

    private static boolean isOwn(Path jar) {
        return jar.getFileName().toString().startsWith("cco-");
    }

    private void read(Path jar, boolean own) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            for (Path file : classFiles(zip)) {
                byte[] bytes = Files.readAllBytes(file);
                String name = className(file);
                references.computeIfAbsent(name, _ -> new HashSet<>()).addAll(names(bytes));
                if (own || name.equals("module-info")) {
                    keep(name);
                }
            }
        }
    }

    private static List<Path> classFiles(FileSystem zip) throws IOException {
        try (Stream<Path> files = Files.walk(zip.getPath("/"))) {
            return files.filter(file -> CLASS_FILE.matcher(file.toString()).matches())
                    .toList();
        }
    }

    private static String className(Path file) {
        return CLASS_FILE.matcher(file.toString()).replaceFirst("$1");
    }

    private static Set<String> names(byte[] bytes) {
        Set<String> names = new HashSet<>();
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            switch (entry) {
                case ClassEntry type -> names.add(type.asInternalName());
                case Utf8Entry text ->
                    DESCRIPTOR.matcher(text.stringValue()).results().forEach(match -> names.add(match.group(1)));
                default -> {}
            }
        }
        return names;
    }

    private void keep(String name) {
        if (kept.add(name)) {
            open.push(name);
        }
    }

    private void follow() {
        while (!open.isEmpty()) {
            references.getOrDefault(open.pop(), Set.of()).forEach(this::keep);
        }
    }

    private void drop(Path jar) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            List<Path> files = classFiles(zip);
            keepEveryPackage(files);
            for (Path file : files) {
                if (!kept.contains(className(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    /** jlink refuses a module that lacks a package of its descriptor, so a class of each stays. */
    private void keepEveryPackage(List<Path> files) {
        Map<String, List<String>> packages = files.stream()
                .map(DropUnreachable::className)
                .sorted()
                .collect(Collectors.groupingBy(name -> name.substring(0, name.lastIndexOf('/') + 1)));
        for (List<String> names : packages.values()) {
            if (names.stream().noneMatch(kept::contains)) {
                kept.add(names.getFirst());
            }
        }
    }
}
