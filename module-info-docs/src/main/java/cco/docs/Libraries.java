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
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The libraries among the modules that the bundle was linked from. A library whose licence is unknown is an error. */
final class Libraries {

    /** Where the bundle collects what it links. */
    private static final String LINKED = "distributions/bundle/target/modules";

    /** What the build of this module has the JDK's jimage write. */
    private static final String LISTING = "module-info-docs/target/image.txt";

    private static final Pattern VERSION = Pattern.compile("-(\\d[^/]*)\\.jar$");
    private static final Pattern POM = Pattern.compile("META-INF/maven/.*/pom\\.xml");

    private Libraries() {}

    /** In the order of their names. */
    static List<Library> of(Path root, List<ReactorModule> modules) throws IOException {
        Map<String, ReactorModule> built = modules.stream().collect(Collectors.toMap(ReactorModule::name, m -> m));
        Map<String, Long> sizes = ImageSizes.parse(Files.readAllLines(root.resolve(LISTING)));
        List<Library> libraries = new ArrayList<>();
        for (ModuleReference linked : ModuleFinder.of(root.resolve(LINKED)).findAll()) {
            String name = linked.descriptor().name();
            ReactorModule ours = built.get(name);
            if (ours == null) {
                Path jar = Path.of(linked.location().orElseThrow());
                libraries.add(new Library(name, version(jar), licence(jar), true, sizes.getOrDefault(name, 0L)));
            } else if (ours.isLibrary()) {
                String version = ours.descriptor().rawVersion().orElse("?");
                libraries.add(new Library(name, version, licence(root, ours), false, sizes.getOrDefault(name, 0L)));
            }
        }
        libraries.sort(Comparator.comparing(Library::module));
        return libraries;
    }

    static String version(Path jar) throws IOException {
        Matcher version = VERSION.matcher(jar.toString());
        if (!version.find()) {
            throw new IOException(jar + ": its name has no version");
        }
        return version.group(1);
    }

    /** We give the descriptor, so we say the licence, in the pom beside it. */
    private static String licence(Path root, ReactorModule library) throws IOException {
        Path pom = root.resolve(library.source().folder()).resolve("pom.xml");
        try (InputStream xml = Files.newInputStream(pom)) {
            return licence(Pom.read(xml)).orElseThrow(() -> unknown(pom.toString()));
        }
    }

    /** A jar that Maven made carries its pom; a bundle of OSGi names the licence in its manifest. */
    static String licence(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream().filter(entry -> POM.matcher(entry.getName()).matches()).toList()) {
                Optional<String> licence = licence(Pom.read(jar.getInputStream(entry)));
                if (licence.isPresent()) {
                    return licence.get();
                }
            }
            String manifest = jar.getManifest().getMainAttributes().getValue("Bundle-License");
            if (manifest == null) {
                throw unknown(path.toString());
            }
            return manifest.split(";", 2)[0].replace("\"", "");
        }
    }

    private static Optional<String> licence(Pom pom) {
        List<String> names = pom.all("licenses", "license", "name");
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static IOException unknown(String where) {
        return new IOException(where + " names no licence, and nobody may pass on what has none: if the library has "
                + "one, give it a folder in module-info-docs/libs whose pom has <licenses>");
    }
}
