package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModulesPageTest {

    private static ReactorModule module(String folder, ModuleDescriptor.Builder descriptor) {
        return new ReactorModule(folder, Path.of(folder, "target", "x.jar"), descriptor.build(), "What it is for.");
    }

    private final List<ReactorModule> modules = List.of(
            module("module-info-docs/libs/lib", ModuleDescriptor.newModule("lib")),
            module("api", ModuleDescriptor.newModule("api").requires("java.base").exports("api")),
            module("core", ModuleDescriptor.newModule("core").requires("api").requires("lib").uses("api.Source")),
            module("plugin", ModuleDescriptor.newModule("plugin").requires("api").packages(Set.of("plugin"))
                    .provides("api.Source", List.of("plugin.FileSource"))),
            module("cli", ModuleDescriptor.newModule("cli").requires("core").requires("api").requires("other")));

    @Test
    void arrowsThatOthersImply_areLeftOut() {
        ModuleGraph graph = new ModuleGraph(modules);
        assertEquals(Set.of("core", "other"), graph.reduced("cli"));
        assertEquals(Set.of("cli", "core", "plugin"), graph.dependants("api"));
    }

    @Test
    void page_showsModulesServicesAndLibraries() {
        String page = new ModulesPage(modules).text();
        for (String part : List.of("m_cli --> m_core", "m_other([other])", "m_api[api]", 
                "m_core -. Source .-> m_plugin", "| `api.Source` | `core` | `plugin` |",
                "- Provides: `api.Source with plugin.FileSource`", "- Required by: `cli`, `core`, `plugin`")) {
            assertTrue(page.contains(part), part + " in\n" + page);
        }
        assertTrue(page.indexOf("## lib") > page.indexOf("## cli"), "libraries come last");
    }

    @Test
    void purpose_isTheFirstParagraphAsMarkdown() {
        String javadoc = """
                /**
                 * Finds a {@link a.b.Thing}, {@code x} and
                 * <em>more</em>.
                 *
                 * <p>Not this.
                 */
                module a {}
                """;
        assertEquals("Finds a `Thing`, `x` and *more*.", ModuleComment.firstParagraph(javadoc));
    }

    @Test
    void goldenText_namesNoVersionAndNoPath() {
        String description = "a.b@1.0 jar:file:///x/a.jar!/module-info.class\nexports a.b\nrequires c\n";
        assertEquals("a.b\nexports a.b\nrequires c\n", GoldenText.normalised(description, "a.b"));
    }

    @Test
    void thisModule_isBuiltLast() throws IOException {
        String last = Reactor.folders(SourceTree.root()).getLast();
        assertEquals("module-info-docs", last, "the root pom lists it last: it reads what the others built");
    }
}
