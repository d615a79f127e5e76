package cco.docs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The compiled main classes of every module that the reactor builds, without those of the libraries.
 *
 * @param classes all classes, nested ones included
 */
record CompiledTree(List<CompiledClass> classes, List<ModuleDescriptor> modules) {

    static CompiledTree read() throws IOException {
        Path root = SourceTree.root();
        CompiledTree tree = new CompiledTree(new ArrayList<>(), new ArrayList<>());
        for (String folder : Reactor.folders(root)) {
            Path sources = root.resolve(folder).resolve("src/main/java");
            if (Files.isDirectory(sources) && !folder.startsWith("module-info-docs/libs/")) {
                tree.add(root.resolve(folder).resolve("target/classes"));
            }
        }
        return tree;
    }

    ModuleDescriptor module(String name) {
        return modules.stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void add(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is missing: run ./mvnw verify");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                addClass(folder, file);
            }
        }
    }

    private void addClass(Path folder, Path file) throws IOException {
        if (file.endsWith("module-info.class")) {
            try (InputStream bytes = Files.newInputStream(file)) {
                modules.add(ModuleDescriptor.read(bytes));
            }
        } else if (!file.endsWith("package-info.class")) {
            classes.add(CompiledClass.read(Files.readAllBytes(file)));
        }
    }
}
