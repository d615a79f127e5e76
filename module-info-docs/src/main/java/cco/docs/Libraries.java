package cco.docs;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The third-party libraries in the bundle. A library without a known license is an error. */
final class Libraries {

    /** The folder of jars from which the bundle is linked. */
    private static final String LINKED = "distributions/bundle/target/modules";

    /** The output of {@code jimage list}, written earlier in this module's build. */
    private static final String LISTING = "module-info-docs/target/image.txt";

    private static final Pattern VERSION = Pattern.compile("-(\\d[^/]*)\\.jar$");
    private static final Pattern POM = Pattern.compile("META-INF/maven/.*/pom\\.xml");

    private Libraries() {}

    /** The libraries, sorted by name. */
    static List<Library> of(Path root, List<ReactorModule> modules) throws IOException {
        Map<String, ReactorModule> built = modules.stream().collect(Collectors.toMap(ReactorModule::name, m -> m));
        SortedMap<String, Long> sizes = ImageSizes.parse(Files.readAllLines(root.resolve(LISTING)));
        ModuleFinder linked = ModuleFinder.of(root.resolve(LINKED));
        List<Library> libraries = new ArrayList<>();
        for (String name : sizes.keySet()) {
            ReactorModule ours = built.get(name);
            Optional<ModuleReference> module = linked.find(name);
            if (module.isPresent() && ours == null) {
                libraries.add(withOwnDescriptor(module.get(), sizes.get(name)));
            } else if (module.isPresent() && ours.isLibrary()) {
                libraries.add(withOurDescriptor(root, ours, sizes.get(name)));
            }
        }
        return libraries;
    }

    private static Library withOwnDescriptor(ModuleReference module, long bytes) throws IOException {
        Path jar = Path.of(module.location().orElseThrow());
        return new Library(module.descriptor(), version(jar), license(jar), true, bytes);
    }

    /** For a library with a descriptor from cco, the pom beside the descriptor names the license. */
    private static Library withOurDescriptor(Path root, ReactorModule module, long bytes) throws IOException {
        Path pom = root.resolve(module.source().folder()).resolve("pom.xml");
        try (InputStream xml = Files.newInputStream(pom)) {
            String license = license(Pom.read(xml)).orElseThrow(() -> unknown(pom.toString()));
            String version = module.descriptor().rawVersion().orElseThrow();
            return new Library(module.descriptor(), version, license, false, bytes);
        }
    }

    static String version(Path jar) throws IOException {
        Matcher version = VERSION.matcher(jar.toString());
        if (!version.find()) {
            throw new IOException(jar + ": the file name has no version");
        }
        return version.group(1);
    }

    /** A jar built by Maven contains its pom; an OSGi bundle names the license in its manifest. */
    static String license(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : jar.stream()
                    .filter(entry -> POM.matcher(entry.getName()).matches())
                    .toList()) {
                Optional<String> license = license(Pom.read(jar.getInputStream(entry)));
                if (license.isPresent()) {
                    return license.get();
                }
            }
            String manifest = jar.getManifest().getMainAttributes().getValue("Bundle-License");
            if (manifest == null) {
                throw unknown(path.toString());
            }
            String license = manifest.split(";", 2)[0].replace("\"", "");
            return license.replaceFirst("^https?://.*/([^/]+?)/?$", "[$1]($0)");
        }
    }

    private static Optional<String> license(Pom pom) {
        List<String> names = pom.all("licenses", "license", "name");
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static IOException unknown(String where) {
        return new IOException(where + " names no license: it is read from the pom or the manifest in the library's "
                + "jar, or from <licenses> in its pom in module-info-docs/libs");
    }
}
