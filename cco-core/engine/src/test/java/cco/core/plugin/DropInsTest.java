package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.BadSettingException;
import cco.api.Origin;
import cco.api.Settings;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.PluginException;
import cco.tck.TableSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trusted drop-ins provide, as the host sees them. */
class DropInsTest {

    private static final Settings NONE = new TableSettings(Map.of());

    @TempDir
    Path temporary;

    private final List<String> notes = new ArrayList<>();

    private Path folder() {
        return temporary.resolve("plugins");
    }

    private Path trust(PluginMaker maker) throws Exception {
        PluginFolder plugins = new PluginFolder(folder());
        Path jar = maker.in(temporary.resolve("made"), "some.jar");
        return plugins.trust(plugins.inspect(jar)).file().orElseThrow();
    }

    private Providers providers() {
        return Providers.load(folder(), notes::add);
    }

    private Verifier verifier(String id) throws PluginException {
        return providers().verifiers(List.of(id)).getFirst();
    }

    private PluginException refusedSource() {
        return assertThrows(PluginException.class, () -> providers().origins("place", _ -> NONE));
    }

    @Test
    void plugin_hasItsOwnModuleAndClassLoader() throws Exception {
        trust(PluginMaker.verifier("acme"));

        Verifier verifier = new DropIns(
                        folder(), PluginPolicy.standard(), new TimeLimitedCall(PluginFolder.START_LIMIT))
                .find(Service.VERIFIER, "acme")
                .orElseThrow();

        assertEquals("org.acme", verifier.getClass().getModule().getName());
        assertEquals(1, verifier.getClass().getModule().getLayer().modules().size());
        assertTrue(verifier.getClass().getClassLoader() instanceof PluginLoader);
    }

    @Test
    void plugin_findsItsResources() throws Exception {
        trust(PluginMaker.verifier("acme", """
                private static String text() {
                    try (var in = Check.class.getResourceAsStream("a name.txt")) {
                        return new String(in.readAllBytes());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }
                """, "return text();")
                .with("org/acme/a name.txt", "acme".getBytes(StandardCharsets.UTF_8)));

        assertEquals("acme", verifier("acme").id());
    }

    @Test
    void plugin_usesItsDependency() throws Exception {
        PluginMaker base = PluginMaker.verifier("base").module("""
                module org.base { requires cco.api; exports org.base;
                    provides cco.api.Verifier with org.base.Check; }""");
        Path jar = trust(base);
        trust(PluginMaker.verifier("above", "", "return new org.base.Check().id() + \"-above\";")
                .compiledAgainst(jar)
                .manifest("Plugin-Dependencies", "base@^1.0.0")
                .module("""
                        module org.above { requires cco.api; requires org.base;
                            provides cco.api.Verifier with org.above.Check; }"""));

        assertEquals(new Verdict.Accepted("above"), verifier("base-above").verify(null));

        Files.delete(jar);
        PluginException refusal = assertThrows(PluginException.class, () -> verifier("base-above"));
        assertTrue(refusal.getMessage().contains("it needs the plugin base: there is no "), refusal.getMessage());
    }

    @Test
    void moduleOfAnUnrelatedPlugin_isNotVisible() throws Exception {
        Path jar = trust(PluginMaker.verifier("base"));
        PluginMaker nosy = PluginMaker.verifier("nosy").compiledAgainst(jar).module("""
                module org.nosy { requires cco.api; requires org.base;
                    provides cco.api.Verifier with org.nosy.Check; }""");

        PluginException refusal = assertThrows(PluginException.class, () -> trust(nosy));

        assertTrue(refusal.getMessage().contains("it requires the module org.base, which is neither"));
    }

    @Test
    void fileChangedAfterReading_hasNoEffect() throws Exception {
        Path jar = trust(PluginMaker.verifier("acme", "static final class Late {}", "return \"acme\";"));
        DropIns dropIns = new DropIns(folder(), PluginPolicy.standard(), new TimeLimitedCall(PluginFolder.START_LIMIT));
        dropIns.admit(dropIns.lock().pins().getFirst());

        Files.writeString(jar, "something else");

        assertEquals(
                new Verdict.Accepted("acme"),
                dropIns.find(Service.VERIFIER, "acme").orElseThrow().verify(null));
    }

    @Test
    void refusedPlugins_areNotedWhenADropInIsUsed() throws Exception {
        trust(PluginMaker.verifier("acme"));
        Files.writeString(folder().resolve("junk.jar"), "junk");
        Providers providers = providers();

        providers.sourceKeys("mirror");
        assertEquals(List.of(), notes);
        providers.verifiers(List.of("acme", "acme"));

        assertEquals(List.of("the plugin junk.jar is refused: it is not a jar, or it is empty"), notes);
    }

    @Test
    void missingVerifier_isReportedWithTheExistingOnes() throws Exception {
        PluginMaker.verifier("acme").in(folder(), "acme.jar");

        PluginException refusal = assertThrows(PluginException.class, () -> verifier("acme"));

        assertEquals("no verifier is named acme; acme.jar is refused: it is not trusted", refusal.getMessage());
    }

    @Test
    void source_returnsItsOrigins() throws Exception {
        trust(PluginMaker.source("place", "return Set.of();", """
                return List.of(new Origin() {
                    private int asked;
                    public String name() { return "asked " + ++asked; }
                    public Content open(Resource resource, Transport transport) { return null; }
                });
                """));

        List<Origin> origins = providers().origins("place", _ -> NONE);

        assertEquals("asked 1", origins.getFirst().name());
        assertEquals("asked 1", origins.getFirst().name());
    }

    @Test
    void comparingOrigins_runsNoForeignCode() throws Exception {
        trust(PluginMaker.source("place", "return Set.of();", """
                return List.of(new Origin() {
                    public String name() { return "here"; }
                    public Content open(Resource resource, Transport transport) { return null; }
                    public int hashCode() { throw new IllegalStateException("asked"); }
                    public boolean equals(Object other) { throw new IllegalStateException("asked"); }
                });
                """));

        List<Origin> origins = providers().origins("place", _ -> NONE);

        assertEquals(origins, List.copyOf(origins));
        assertEquals(1, Set.copyOf(origins).size());
    }

    @Test
    void sourceThatRefusesItsSettings_isReported() throws Exception {
        trust(PluginMaker.source(
                "place", "return Set.of(\"url\");", "throw new BadSettingException(\"url\", \"is missing\");"));

        BadSettingException objection =
                assertThrows(BadSettingException.class, () -> providers().origins("place", _ -> NONE));

        assertEquals("url", objection.key());
    }

    @Test
    void sourceThatThrowsOrReturnsNull_isRefused() throws Exception {
        trust(PluginMaker.source("place", "return Set.of();", "return origins(settings);"));
        assertEquals(
                "the source place cannot be used: naming its origins failed: java.lang.StackOverflowError",
                refusedSource().getMessage());

        trust(PluginMaker.source("place", "return Set.of();", "return null;"));
        assertTrue(
                refusedSource().getMessage().contains("NullPointerException"),
                refusedSource().getMessage());
    }
}
