import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Completes the startup class list of the bundle: {@code java StartupList.java LIST JARS RESULT [JMODS]}. For each
 * class it adds the dynamic calls that the virtual machine may resolve when it makes the startup archive, in a line
 * {@code @cp CLASS INDEX…}. Without these lines the archive contains no lambdas, and a short command takes a third
 * longer. Resolving classes and members as well saves nothing. The indexes change with every edit of a class, so the
 * build computes them.
 */
final class StartupList {

    private final FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
    private final Map<String, byte[]> classes = new HashMap<>();

    public static void main(String[] arguments) throws IOException {
        StartupList list = new StartupList();
        try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                list.read(jar);
            }
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of(arguments[0])));
        if (arguments.length > 3 && !arguments[3].isEmpty()) {
            list.readModules(Path.of(arguments[3]));
        }
        for (String line : List.copyOf(lines)) {
            if (!line.startsWith("@") && !line.startsWith("#")) {
                list.calls(line, lines);
            }
        }
        Path result = Path.of(arguments[2]);
        Files.createDirectories(result.getParent());
        Files.write(result, lines);
    }

    private void read(Path jar) throws IOException {
        read(jar, "");
    }

    /** The classes of another platform's JDK, whose constants have other indexes than those of this one. */
    private void readModules(Path folder) throws IOException {
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(folder, "*.jmod")) {
            for (Path module : modules) {
                read(module, "classes/");
            }
        }
    }

    /** A jmod file is a zip file behind four bytes, which the zip reader skips. */
    private void read(Path zip, String prefix) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(prefix) && name.endsWith(".class")) {
                    classes.put(
                            name.substring(prefix.length(), name.length() - ".class".length()),
                            file.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private void calls(String name, List<String> lines) throws IOException {
        byte[] bytes = classes.containsKey(name) ? classes.get(name) : ofRuntime(name);
        if (bytes.length == 0) {
            return;
        }
        StringJoiner indexes = new StringJoiner(" ");
        for (PoolEntry entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof InvokeDynamicEntry) {
                indexes.add(Integer.toString(entry.index()));
            }
        }
        if (indexes.length() > 0) {
            lines.add("@cp " + name + " " + indexes);
        }
    }

    /** Reads a class of the JDK that runs this program, which is linked if there are no jmods; empty if it has none. */
    private byte[] ofRuntime(String name) throws IOException {
        String folder = name.substring(0, Math.max(0, name.lastIndexOf('/'))).replace('/', '.');
        Path modules = runtime.getPath("packages", folder);
        if (folder.isEmpty() || !Files.exists(modules)) {
            return new byte[0];
        }
        try (Stream<Path> links = Files.list(modules)) {
            for (Path link : links.toList()) {
                Path file = runtime.getPath("modules", link.getFileName().toString(), name + ".class");
                if (Files.exists(file)) {
                    return Files.readAllBytes(file);
                }
            }
        }
        return new byte[0];
    }
}
