package cco.publisher.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.InstallLine;
import cco.publisher.repository.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GuidesTest {

    private static Map<String, String> texts(String app, String text, RepositoryContents contents) throws CcoException {
        AppName name = new AppName(app);
        byte[] bytes = """
                { "schema": 1, "app": "%s", "latest": { "stable": "1.2.0" },
                  "versions": { "1.2.0": { "date": "2026-03-15T10:00:00Z", "platforms": {} } } }
                """.formatted(app).getBytes(StandardCharsets.UTF_8);
        Manifest manifest = ManifestReader.read(new UntrustedBytes("manifest", bytes), name);
        AppDetails details = new AppDetails(
                name,
                new WebAddress("https://releases.example.com/" + app),
                text,
                Optional.empty(),
                Optional.empty(),
                Optional.of(text));
        return new Guides(details, manifest, contents).texts();
    }

    @Test
    void guides_haveTheLinesOfTheirApp() throws CcoException {
        RepositoryContents contents = new RepositoryContents(true, true, Optional.of(Sha256.of(new byte[1])));
        Map<String, String> texts = texts("hello", "Says hello", contents);
        assertEquals(
                Set.of(
                        "README.md",
                        "docs/INSTALLATION.md",
                        "docs/UPDATING.md",
                        "docs/TROUBLESHOOTING.md",
                        "docs/SECURITY.md"),
                texts.keySet());
        String line = InstallLine.shell("https://releases.example.com/hello/install.sh");
        assertTrue(texts.get("README.md").contains("\n" + line + "\n"));
        assertTrue(texts.get("docs/UPDATING.md").contains("cco update hello --rollback"));
        assertTrue(texts.get("docs/SECURITY.md").contains(Sha256.of(new byte[1]).hex()));
    }

    @Test
    void guidesOfCco_updateItWithoutAName() throws CcoException {
        Map<String, String> texts = texts("cco", "", new RepositoryContents(false, false, Optional.empty()));
        assertTrue(texts.get("docs/UPDATING.md").contains("\ncco update --rollback"), texts.get("docs/UPDATING.md"));
        assertTrue(texts.get("docs/UPDATING.md").contains("cco config set updates.channel NAME"));
        assertTrue(texts.get("docs/SECURITY.md").contains("not signed"));
    }

    @Test
    void hostileText_staysText() throws CcoException {
        String hostile = "[x](javascript:alert(1)) <script>alert(1)</script> `a` \u202e";
        texts("hello", hostile, new RepositoryContents(false, false, Optional.empty()))
                .forEach((path, text) -> {
                    assertFalse(text.contains("[x](") || text.contains(" <script>") || text.contains("\u202e"), text);
                    assertFalse(text.contains("{{") || text.contains("\n\n\n"), text);
                });
    }
}
