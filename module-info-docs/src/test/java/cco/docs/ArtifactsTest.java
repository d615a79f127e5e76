package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The poms of the artifacts that other projects depend on: those that the flatten plugin rewrites. */
class ArtifactsTest {

    private static final Path ROOT = Path.of("..");

    /** What Maven Central requires of each pom. */
    private static final List<String[]> REQUIRED = List.of(
            new String[] {"groupId"},
            new String[] {"artifactId"},
            new String[] {"version"},
            new String[] {"name"},
            new String[] {"description"},
            new String[] {"url"},
            new String[] {"licenses", "license", "name"},
            new String[] {"licenses", "license", "url"},
            new String[] {"developers", "developer", "name"},
            new String[] {"scm", "connection"},
            new String[] {"scm", "developerConnection"},
            new String[] {"scm", "url"});

    private static List<Path> published() throws IOException {
        List<Path> poms = new ArrayList<>();
        for (String module : read(ROOT.resolve("pom.xml")).all("modules", "module")) {
            Path pom = ROOT.resolve(module).resolve("pom.xml");
            if (Files.readString(pom).contains("<artifactId>flatten-maven-plugin</artifactId>")) {
                poms.add(pom.resolveSibling("target/.flattened-pom.xml"));
            }
        }
        return poms;
    }

    private static Pom read(Path file) throws IOException {
        try (InputStream xml = Files.newInputStream(file)) {
            return Pom.read(xml);
        }
    }

    @Test
    void everyPom_hasWhatMavenCentralRequires() throws IOException {
        for (Path file : published()) {
            Pom pom = read(file);
            for (String[] path : REQUIRED) {
                assertFalse(String.join("", pom.all(path)).isEmpty(), file + " has no " + String.join("/", path));
            }
            assertEquals(List.of("io.github.brentley.cco"), pom.all("groupId"), file.toString());
        }
    }

    @Test
    void everyPom_isReadWithoutOurOwn() throws IOException {
        for (Path file : published()) {
            assertFalse(Files.readString(file).contains("${"), file + " has a property");
            assertTrue(read(file).all("parent").isEmpty(), file + " has a parent");
        }
    }

    @Test
    void everyDependencyOnOurOwn_isPublished() throws IOException {
        Set<String> published = new TreeSet<>();
        for (Path file : published()) {
            published.addAll(read(file).all("artifactId"));
        }
        assertTrue(published.containsAll(List.of("cco-api", "cco-tck", "cco-core")), published.toString());
        for (Path file : published()) {
            for (String name : read(file).all("dependencies", "dependency", "artifactId")) {
                boolean own = name.startsWith("cco-") || name.startsWith("lib-");
                assertTrue(!own || published.contains(name), file + " depends on " + name);
            }
        }
    }
}
