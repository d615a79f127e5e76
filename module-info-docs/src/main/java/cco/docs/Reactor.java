package cco.docs;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the root pom builds, in its order. */
final class Reactor {

    private static final String BUILD = "./mvnw -DskipTests package";

    private Reactor() {}

    /** The folders of all Maven modules, relative to the root, with slashes. */
    static List<String> folders(Path root) throws IOException {
        List<String> folders = new ArrayList<>();
        try {
            NodeList modules = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(root.resolve("pom.xml").toFile())
                    .getElementsByTagName("module");
            for (int i = 0; i < modules.getLength(); i++) {
                folders.add(modules.item(i).getTextContent().strip());
            }
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(root.resolve("pom.xml") + ": " + e.getMessage(), e);
        }
        return folders;
    }

    /** The named modules; a Maven module without a descriptor (a bundle, end-to-end tests) is none. */
    static List<ReactorModule> modules(Path root) throws IOException {
        List<ReactorModule> modules = new ArrayList<>();
        for (String folder : folders(root)) {
            Path source = root.resolve(folder).resolve("src/main/java/module-info.java");
            if (Files.exists(source)) {
                Path jar = jar(root.resolve(folder).resolve("target"));
                ModuleReference module = ModuleFinder.of(jar).findAll().iterator().next();
                String purpose = ModuleComment.firstParagraph(Files.readString(source));
                modules.add(new ReactorModule(folder, jar, module.descriptor(), purpose));
            }
        }
        return modules;
    }

    /** The newest jar: a build of another version may have left its own beside it. */
    private static Path jar(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            throw new IOException(target + " is missing: run " + BUILD + " first");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .max(Comparator.comparing(file -> file.toFile().lastModified()))
                    .orElseThrow(() -> new IOException("no jar in " + target + ": run " + BUILD + " first"));
        }
    }
}
