package cco.docs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The modules that the root pom builds, in its order. */
final class Reactor {

    private static final String BUILD = "./mvnw -DskipTests package";
    private static final Pattern CODE = Pattern.compile(".*(?<!-tests|-sources|-javadoc)\\.jar");

    private Reactor() {}

    /** The folders of all Maven modules, relative to the root, with slashes. */
    static List<String> folders(Path root) throws IOException {
        try (InputStream pom = Files.newInputStream(root.resolve("pom.xml"))) {
            return Pom.read(pom).all("modules", "module");
        }
    }

    /** The named modules. A Maven module without a descriptor, such as the bundle, is skipped. */
    static List<ReactorModule> modules(Path root) throws IOException {
        List<ReactorModule> modules = new ArrayList<>();
        for (String folder : folders(root)) {
            if (ModuleSource.isIn(root, folder)) {
                Path jar = jar(root.resolve(folder).resolve("target"));
                ModuleReference module =
                        ModuleFinder.of(jar).findAll().iterator().next();
                modules.add(new ReactorModule(jar, module.descriptor(), ModuleSource.read(root, folder)));
            }
        }
        return modules;
    }

    /** The newest jar: a build of another version may have left one of its own. */
    private static Path jar(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            throw new IOException(target + " is missing: run " + BUILD + " first");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(
                            file -> CODE.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("no jar in " + target + ": run " + BUILD + " first"));
        }
    }
}
