package cco.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house rules about modules and packages: which ones may use which, and no cycles. */
class RoomsTest {

    private static final String ENGINE = "cco.core.";

    /** The packages of the engine that every other one may use. */
    private static final Set<String> SHARED = Set.of("disk", "error", "json", "model");

    /** Each other package of the engine, and the packages that it may use beyond the shared ones. */
    private static final Map<String, Set<String>> ROOMS = rooms("""
            archive
            background  config env install manifest plan plugin schedule session telemetry update
            config      env http toml
            delta       archive jimage machinecode
            doctor      config env fetch http install manifest metadata plan plugin schedule session trust tuf
            env
            fetch       http
            http
            install     manifest stage
            jimage
            machinecode
            manifest
            metadata    tuf
            mirror      config env fetch install manifest metadata plugin session trust
            plan        manifest trust
            plugin
            schedule
            session     archive config delta env fetch http install manifest metadata plan plugin schedule stage trust \
                        tuf
            setup       env
            stage       archive delta fetch
            telemetry   config env http
            toml
            trust       manifest tuf
            tuf
            update      config env fetch http install manifest metadata plan plugin session telemetry trust
            """);

    private static CompiledTree tree;

    @BeforeAll
    static void read() throws IOException {
        tree = CompiledTree.read();
    }

    private static Map<String, Set<String>> rooms(String table) {
        Map<String, Set<String>> rooms = new TreeMap<>();
        for (String line : table.lines().toList()) {
            List<String> words = Arrays.asList(line.split(" +"));
            rooms.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        return rooms;
    }

    @Test
    void packagesOfTheEngine_useOnlyWhatTheyMay() {
        PackageGraph graph = new PackageGraph(tree.classes());
        List<String> violations = new ArrayList<>();
        for (String room : engineRooms()) {
            graph.uses(ENGINE + room).forEach((used, example) -> {
                String other = used.replaceFirst("^cco\\.core\\.?", "");
                boolean isEngine = !other.equals(used);
                if (isEngine
                        && !SHARED.contains(other)
                        && !ROOMS.getOrDefault(room, Set.of()).contains(other)) {
                    violations.add(example);
                }
            });
        }
        refuse(violations, "a package that sees few others can be read and tested alone");
    }

    @Test
    void everyPackageOfTheEngine_isInTheTable() {
        Set<String> listed = new TreeSet<>(ROOMS.keySet());
        listed.addAll(SHARED);
        assertEquals(listed, engineRooms(), "list a new package in ROOMS, with the packages that it may use");
    }

    @Test
    void everyEntryOfTheTable_isNeeded() {
        PackageGraph graph = new PackageGraph(tree.classes());
        List<String> unused = new ArrayList<>();
        ROOMS.forEach((room, seen) -> seen.stream()
                .filter(other -> !graph.uses(ENGINE + room).containsKey(ENGINE + other))
                .forEach(other -> unused.add(room + " does not use " + other)));
        refuse(unused, "the table allows only what the code needs: remove these entries from ROOMS");
    }

    @Test
    void topPackageOfTheEngine_hasNoTypes() {
        refuse(
                tree.classes().stream()
                        .filter(type -> type.packageName().equals("cco.core"))
                        .map(CompiledClass::name)
                        .toList(),
                "the top package tells the story of an update in its package-info; types belong in a room");
    }

    @Test
    void packages_formNoCycle() {
        refuse(
                new PackageGraph(tree.classes()).cycles(),
                "packages that use each other in a circle can only be understood and tested together");
    }

    @Test
    void engine_needsNoWebServerAndNoPublisher() {
        Set<String> required = tree.module("cco.core").requires().stream()
                .map(Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
        required.retainAll(Set.of("jdk.httpserver", "cco.publisher", "cco.tck", "jcommander"));
        assertEquals(Set.of(), required, "a program that embeds the engine gets nothing that only publishers need");
    }

    @Test
    void pluginApi_requiresTheBaseModuleAlone() {
        assertEquals(
                Set.of("java.base"),
                tree.module("cco.api").requires().stream().map(Requires::name).collect(Collectors.toSet()),
                "a plugin must not depend on anything that cco could change");
    }

    @Test
    void modules_openNothing() {
        List<String> violations = new ArrayList<>();
        for (ModuleDescriptor module : tree.modules()) {
            boolean isCli = module.name().equals("cco.cli");
            if (module.isOpen()) {
                violations.add(module.name() + " is open");
            }
            module.opens().stream()
                    .filter(opens -> !isCli || !opens.targets().equals(Set.of("jcommander")))
                    .forEach(opens -> violations.add(module.name() + " " + opens));
        }
        refuse(violations, "only JCommander needs reflection, for the fields of commands");
    }

    @Test
    void aCycleOfPackages_isDescribed() {
        List<CompiledClass> classes =
                List.of(type("a.A", "b.B", "d.D"), type("b.B", "c.C"), type("c.C", "a.A", "c.C"), type("d.D", "e.E"));
        assertEquals(
                List.of("a -> b -> c -> a\n    a.A uses b.B\n    b.B uses c.C\n    c.C uses a.A"),
                new PackageGraph(classes).cycles());
    }

    private static CompiledClass type(String name, String... uses) {
        return new CompiledClass(name, "java.lang.Object", new TreeSet<>(Set.of(uses)));
    }

    private static Set<String> engineRooms() {
        return tree.classes().stream()
                .map(CompiledClass::packageName)
                .filter(name -> name.startsWith(ENGINE))
                .map(name -> name.substring(ENGINE.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void refuse(List<String> violations, String reason) {
        assertTrue(violations.isEmpty(), () -> reason + "\n  " + String.join("\n  ", violations));
    }
}
