package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    private Path root;

    private List<ReactorModule> modules;

    @BeforeEach
    void makeModules() throws IOException {
        modules = List.of(
                module("module-info-docs/libs/lib", ModuleDescriptor.newModule("lib")),
                module(
                        "cco-api/api",
                        ModuleDescriptor.newModule("api").requires("java.base").exports("api")),
                module(
                        "core",
                        ModuleDescriptor.newModule("core")
                                .requires(Set.of(Requires.Modifier.TRANSITIVE), "api")
                                .requires("lib")
                                .uses("api.Source")
                                .exports("core.disk", Set.of("cli"))),
                module(
                        "plugin",
                        ModuleDescriptor.newModule("plugin")
                                .requires("api")
                                .packages(Set.of("plugin"))
                                .provides("api.Source", List.of("plugin.FileSource"))),
                module(
                        "cli",
                        ModuleDescriptor.newModule("cli")
                                .requires("core")
                                .requires("api")
                                .requires("other")));
        write("core/src/main/java/core/disk/package-info.java", "/** Writes safely. And more. */\npackage core.disk;");
        write("plugin/src/main/java/plugin/FileSource.java", "");
    }

    private ReactorModule module(String folder, ModuleDescriptor.Builder builder) {
        ModuleDescriptor descriptor = builder.build();
        StringBuilder text = new StringBuilder("/** What it is for. In full. */\n");
        descriptor
                .requires()
                .forEach(required -> text.append(
                        "    requires transitive " + required.name() + "; // why " + required.name() + "\n"));
        Path sources = root.resolve(folder).resolve("src/main/java");
        return new ReactorModule(root.resolve("x.jar"), descriptor, new ModuleSource(folder, sources, text.toString()));
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }

    private Pages pages(boolean hasGuide) {
        Library library = new Library(modules.getFirst().descriptor(), "1.2", "MIT", false, 1501);
        return new Pages(modules, List.of(library), hasGuide);
    }

    private String page(String module) throws IOException {
        return ModulePage.of(
                modules.stream()
                        .filter(m -> m.name().equals(module))
                        .findFirst()
                        .orElseThrow(),
                pages(true));
    }

    private static void assertContains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(text.contains(part), part + " in\n" + text);
        }
    }

    @Test
    void impliedArrows_areOmitted() {
        ModuleGraph graph = pages(true).graph();
        assertEquals(Set.of("core", "other"), graph.reduced("cli"));
        assertEquals(Set.of("cli", "core", "plugin"), graph.dependants("api"));
    }

    @Test
    void index_showsModulesServicesAndLibraries() {
        String page = IndexPage.of(pages(true));
        assertContains(
                page,
                "m_cli --> m_core",
                "m_other([other])",
                "m_api[api]",
                "m_core -. Source .-> m_plugin",
                "| [`core`](modules/core.md) | What it is for. |",
                "| `api.Source` | [`core`](modules/core.md) | [`plugin`](modules/plugin.md) |",
                "| [`lib`](modules/lib.md) | 1.2 | MIT | from cco | 2 |",
                "(PLUGIN-GUIDE.md)");
        assertFalse(IndexPage.of(pages(false)).contains("PLUGIN-GUIDE.md"), "a link to nothing");
    }

    @Test
    void modulePage_givesAReasonForEachRequirement() throws IOException {
        assertContains(
                page("core"),
                "What it is for. In full.\n",
                "- Required by: [`cli`](cli.md)\n",
                "- [`api`](api.md) *transitive*: why api\n",
                "- [`lib`](lib.md): why lib\n");
        assertContains(page("cli"), "- `other`: why other\n");
        assertContains(page("lib"), "- Version 1.2, license MIT, 2 kB in the image\n");
    }

    @Test
    void modulePage_listsExportsAndServices() throws IOException {
        assertContains(
                page("core"),
                "- `api.Source`, provided by [`plugin`](plugin.md)\n",
                "- [`core.disk`](../../core/src/main/java/core/disk), only to [`cli`](cli.md): Writes safely.\n");
        assertContains(
                page("plugin"),
                "- `api.Source` with [`plugin.FileSource`]"
                        + "(../../plugin/src/main/java/plugin/FileSource.java), used by [`core`](core.md)\n");
    }

    @Test
    void pagesAboutPlugins_linkToTheGuide() throws IOException {
        assertContains(page("api"), "../PLUGIN-GUIDE.md");
        assertContains(page("plugin"), "../PLUGIN-GUIDE.md");
        assertFalse(page("cli").contains("PLUGIN-GUIDE.md"));
    }

    @Test
    void aRequirementWithoutAReason_isRefused() {
        ModuleSource source = new ModuleSource(
                "core",
                root,
                "module core {\n    requires api; // why\n"
                        + "    requires lib;\n    requires transitive other; //\n}");
        for (String required : List.of("lib", "other", "ap")) {
            String message = assertThrows(IOException.class, () -> source.reasonFor(required))
                    .getMessage();
            assertContains(message, "core/src/main/java/module-info.java", "\"requires " + required + "; // …\"");
        }
    }

    @Test
    void javadoc_becomesMarkdown() {
        String javadoc = """
                /**
                 * Finds a {@link a.b.Thing}, {@code x} and
                 * <em>more</em>. Or less.
                 *
                 * <p>Not this.
                 * @see this
                 */
                module a {}
                """;
        assertEquals("Finds a `Thing`, `x` and *more*.", Javadoc.firstSentence(javadoc));
        assertEquals(List.of("Finds a `Thing`, `x` and *more*. Or less.", "Not this."), Javadoc.paragraphs(javadoc));
        assertEquals("", Javadoc.firstSentence("module a {}"));
    }

    @Test
    void goldenText_hasNoVersionAndNoPath() {
        String description = "a.b@1.0 jar:file:///x/a.jar!/module-info.class\nexports a.b\nrequires c\n";
        assertEquals("a.b\nexports a.b\nrequires c\n", GoldenText.normalized(description, "a.b"));
    }

    @Test
    void docsModule_isBuiltLast() throws IOException {
        String last = Reactor.folders(SourceTree.root()).getLast();
        assertEquals("module-info-docs", last, "the root pom lists it last: it reads the jars of all others");
    }
}
