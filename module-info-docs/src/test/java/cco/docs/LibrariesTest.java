package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {

    @TempDir
    private Path folder;

    private Path jar(String bundleLicence, String pom) throws IOException {
        Path jar = folder.resolve("lib-1.2.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!bundleLicence.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-License", bundleLicence);
        }
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new JarEntry("META-INF/maven/g/lib/pom.xml"));
            out.write(("<project>" + pom + "</project>").getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    @Test
    void licence_isReadFromThePomInTheJar() throws IOException {
        String licenses = "<licenses><license><name>MIT</name></license><license><name>BSD</name></license></licenses>";
        assertEquals("MIT, BSD", Libraries.license(jar("other", licenses)));
    }

    @Test
    void inheritedLicence_isReadFromTheManifest() throws IOException {
        assertEquals("Apache-2.0", Libraries.license(jar("\"Apache-2.0\";link=\"https://x\"", "<parent/>")));
    }

    @Test
    void licenceGivenAsAddress_becomesALink() throws IOException {
        assertEquals("[mit](https://x.org/license/mit)", Libraries.license(jar("https://x.org/license/mit", "")));
    }

    @Test
    void aLibraryWithoutALicence_isRefused() throws IOException {
        Path jar = jar("", "<name>lib</name>");
        String message =
                assertThrows(IOException.class, () -> Libraries.license(jar)).getMessage();
        assertTrue(message.contains("lib-1.2.jar names no license"), message);
    }

    @Test
    void version_isReadFromTheFileName() throws IOException {
        assertEquals("2.0.17-beta1", Libraries.version(Path.of("slf4j-api-2.0.17-beta1.jar")));
        assertThrows(IOException.class, () -> Libraries.version(Path.of("lib.jar")));
    }

    @Test
    void sizes_areSummedPerModule() {
        String listing = """
                jimage: lib/modules

                Module: a.b
                Offset       Size       Compressed Entry
                     2343024       1243          0 META-INF/MANIFEST.MF
                     2878386         60          0 a/b/C.class

                Module: c
                Offset       Size       Compressed Entry
                           0          7          0 c/D.class
                """;
        assertEquals(Map.of("a.b", 1303L, "c", 7L), ImageSizes.parse(List.of(listing.split("\n"))));
    }
}
